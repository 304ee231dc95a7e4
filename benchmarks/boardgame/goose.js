"use strict";

/**
 * The goose game of the default board, written for boardgame.io: one move for each command of `game/rules`, with the
 * outcomes of chance given to the moves, as they are given to `decide`. The turn passes by `events.endTurn`.
 */
const { INVALID_MOVE } = require("boardgame.io/core");

/** Return the cards of each theme, in the order of the deck. */
function pilesOf(cards) {
  const piles = {};
  for (const { id, theme } of cards) (piles[theme] ??= []).push(id);
  return piles;
}

/** Return the card that an outcome picks: a fresh one of the pile, else the one seen longest ago. */
function pickCard(pile, seen, outcome) {
  const known = new Set(seen);
  const fresh = pile.filter((card) => !known.has(card));
  return fresh.length > 0 ? fresh[outcome % fresh.length] : seen.find((card) => pile.includes(card));
}

/** Begin the turn of the next team that does not wait; each wait met on the way is spent by one. */
function passTurn({ G, ctx, events }) {
  let team = Number(ctx.currentPlayer);
  for (;;) {
    team = (team + 1) % ctx.numPlayers;
    const wait = G.waits[team];
    if (wait === null) break;
    wait.turns -= 1;
    if (wait.turns === 0) G.waits[team] = null;
  }
  Object.assign(G, { phase: "ready", chain: 0, due: "", card: "" });
  events.endTurn({ next: String(team) });
}

/** Free the pawns that wait for a relay on a square, and tell whether there were any. */
function freeRelays(G, position, mover) {
  let freed = false;
  G.waits.forEach((wait, team) => {
    if (wait?.relay && G.positions[team] === position && team !== mover) {
      G.waits[team] = null;
      freed = true;
    }
  });
  return freed;
}

/** Rest on a position, and tell what is due there: an effect, a card, or the next team's turn. */
function land(rules, turn, position) {
  const { G, ctx } = turn;
  const team = Number(ctx.currentPlayer);
  G.positions[team] = position;
  const { theme, effect } = rules.squares[position - 1] ?? {};
  if (effect) {
    const acts = G.chain < rules.mostEffects;
    const relieves = acts && effect.kind === "Relay" && freeRelays(G, position, team);
    if (acts && !(relieves && !effect.takes_place)) G.phase = "effect";
    else passTurn(turn);
  } else if (rules.piles[theme]) {
    Object.assign(G, { phase: "landed", due: theme });
  } else {
    passTurn(turn);
  }
}

function carry(rules, turn, position) {
  turn.G.chain += 1;
  land(rules, turn, Math.max(0, Math.min(position, rules.end)));
}

function wait({ G, ctx, events }, turns, relay) {
  G.waits[Number(ctx.currentPlayer)] = { turns, relay };
  passTurn({ G, ctx, events });
}

const EFFECTS = {
  Forward: (rules, turn, { by }, position) => carry(rules, turn, position + by),
  Back: (rules, turn, { by }, position) => carry(rules, turn, position - by),
  GoTo: (rules, turn, { square }) => carry(rules, turn, rules.places[square]),
  Wait: (_rules, turn, { turns }) => wait(turn, turns, false),
  Relay: (_rules, turn, { turns }) => wait(turn, turns, true),
  RollAgain: (_rules, { G }) => void Object.assign(G, { phase: "ready", chain: G.chain + 1 }),
};

function rollDice(rules, turn, outcome) {
  const { G, ctx } = turn;
  const position = G.positions[ctx.currentPlayer];
  if (G.phase !== "ready" || position === rules.end) return INVALID_MOVE;
  land(rules, turn, Math.min(position + 1 + (outcome % rules.faces), rules.end));
}

function followEffect(rules, turn) {
  const { G, ctx } = turn;
  if (G.phase !== "effect") return INVALID_MOVE;
  const position = G.positions[ctx.currentPlayer];
  const { effect } = rules.squares[position - 1];
  EFFECTS[effect.kind](rules, turn, effect, position);
}

function drawCard(rules, { G }, outcome) {
  if (G.phase !== "landed") return INVALID_MOVE;
  const card = pickCard(rules.piles[G.due], G.seen, outcome);
  const seen = [...G.seen.filter((other) => other !== card), card];
  Object.assign(G, { phase: "card", card, seen });
}

function finishExchange(_rules, { G }) {
  if (G.phase !== "card") return INVALID_MOVE;
  G.phase = "word";
}

function layBrick(rules, turn, word) {
  const { G, ctx } = turn;
  if (G.phase !== "word") return INVALID_MOVE;
  G.bricks.push({ card: G.card, theme: rules.themes[G.card], team: ctx.currentPlayer, word: word.trim() });
  passTurn(turn);
}

const MOVES = { rollDice, followEffect, drawCard, finishExchange, layBrick };

/** Return what the moves look up, from the table that is given to `makeGame`. */
function rulesOf({ squares, cards, faces, mostEffects }) {
  const unknown = squares.find(({ effect }) => effect && !EFFECTS[effect.kind]);
  if (unknown) throw new Error(`the game for boardgame.io has no effect ${unknown.effect.kind}`);
  const places = Object.fromEntries(squares.map(({ id }, index) => [id, index + 1]));
  const themes = Object.fromEntries(cards.map(({ id, theme }) => [id, theme]));
  const end = squares.length + 1;
  return { squares, faces, mostEffects, end, themes, places: { start: 0, ...places }, piles: pilesOf(cards) };
}

/**
 * Return the game to give to a client of boardgame.io.
 *
 * `table` is what `described` of benchmarks/boardgame_io.py writes: `squares` ({id, theme, effect}) in order, `cards`
 * ({id, theme}), the `faces` of the die and `mostEffects`, the number of effects after which a turn has no other.
 * An effect that this game does not know is an error.
 */
function makeGame(table) {
  const rules = rulesOf(table);
  const bound = Object.entries(MOVES).map(([name, move]) => [name, (turn, argument) => move(rules, turn, argument)]);
  const setup = ({ ctx }) => ({
    positions: Array(ctx.numPlayers).fill(0),
    waits: Array(ctx.numPlayers).fill(null),
    ...{ phase: "ready", chain: 0, due: "", card: "", seen: [], bricks: [] },
  });
  // Our rules keep no list of states to undo to: neither does this game.
  return { name: "goose", disableUndo: true, setup, moves: Object.fromEntries(bound) };
}

module.exports = { makeGame };
