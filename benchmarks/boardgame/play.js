"use strict";

/**
 * Play the goose game on the local client of boardgame.io, and print as JSON what it was and how fast.
 *
 * node play.js ORDER.json, where the order holds `table` (see goose.js), `teams`, `outcomes` (what chance gives, over
 * and over), `word`, `checked` (throws that are told step by step), `bursts` and `turns` (throws in a burst).
 */
const { readFileSync } = require("node:fs");
const { Client } = require("boardgame.io/client");
const { version } = require("boardgame.io/package.json");
const { makeGame } = require("./goose.js");

const order = JSON.parse(readFileSync(process.argv[2], "utf8"));
const end = order.table.squares.length + 1;
const STEPS = {
  ready: (moves, draw) => moves.rollDice(draw()),
  effect: (moves) => moves.followEffect(),
  landed: (moves, draw) => moves.drawCard(draw()),
  card: (moves) => moves.finishExchange(),
  word: (moves) => moves.layBrick(order.word),
};

function readyChance() {
  let index = 0;
  return () => order.outcomes[index++ % order.outcomes.length];
}

/** Play games one after the other, each until a team that is home has its turn; `after` sees each step. */
function play(client, throws, draw, after = () => {}) {
  client.reset();
  let state = client.getState();
  for (let thrown = 0; thrown < throws; ) {
    const { G, ctx, _stateID: id } = state;
    if (G.positions[ctx.currentPlayer] === end) {
      client.reset();
      state = client.getState();
      continue;
    }
    STEPS[G.phase](client.moves, draw);
    state = client.getState();
    if (state._stateID === id) throw new Error(`a move was refused: ${G.phase}`);
    thrown += G.phase === "ready";
    after(state);
  }
}

/** Return what is compared after each step: whose turn, its phase, pawns, waits, the card, the bricks laid. */
function told({ G, ctx }) {
  const waits = G.waits.map((wait) => wait && [wait.turns, wait.relay]);
  return [Number(ctx.currentPlayer), G.phase, G.positions, waits, G.card, G.bricks.length];
}

function turnsASecond(client) {
  const draw = readyChance();
  let shortest = Infinity;
  for (let burst = 0; burst < order.bursts; burst++) {
    const start = process.hrtime.bigint();
    play(client, order.turns, draw);
    shortest = Math.min(shortest, Number(process.hrtime.bigint() - start));
  }
  return (order.turns / shortest) * 1e9;
}

const client = Client({ game: makeGame(order.table), numPlayers: order.teams, debug: false });
client.start();
const steps = [];
play(client, order.checked, readyChance(), (state) => steps.push(told(state)));
const answer = { steps, turns: turnsASecond(client), boardgame: version, node: process.version };
process.stdout.write(JSON.stringify(answer));
