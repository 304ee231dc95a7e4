// The phone's page: it shows what the laptop sends, and says which button was tapped. It keeps nothing.
"use strict";

const REPLACED = 4409, STOPPED = 4410, UNKNOWN = 4401;
const SILENT_MS = 12000; // the laptop gives a sign of life every 5 s
const GOES_ON = ["next", "close"];
const BUSY_MS = 1500;
const RETRY_MS = [300, 1000, 2000, 4000];
const WORDS = {
  fr: {
    remote: "Télécommande", enter: "Entrer", again: "Réessayer", pass: "Passer", pause: "Pause", undo: "Annuler",
    prompts: "Pour relancer", sensitive: "Sujet sensible", nothing: "Rien à faire ici",
    code: "Le code à six chiffres, sur l’écran de l’animateur·rice", lost: "Connexion perdue, on réessaie…",
    wrong: "Ce n’est pas le bon code. Regardez l’écran de l’animateur·rice.",
    locked: "Trop d’essais. Demandez un nouveau code à l’animateur·rice.",
    taken: "Un autre téléphone est déjà connecté. Demandez un nouveau code à l’animateur·rice.",
    busy: "Trop de demandes à la fois. Attendez quelques secondes.",
    away: "L’ordinateur ne répond pas. Vérifiez que ce téléphone est sur le même réseau.",
    [REPLACED]: ["Une autre page a pris la main", "La télécommande est ouverte ailleurs."],
    [STOPPED]: ["La télécommande est arrêtée", "L’ordinateur l’a fermée. La séance, elle, continue."],
  },
  en: {
    remote: "Remote control", enter: "Enter", again: "Try again", pass: "Pass", pause: "Pause", undo: "Undo",
    prompts: "To keep the talk going", sensitive: "Sensitive subject", nothing: "Nothing to do here",
    code: "The six-digit code, on the facilitator’s screen", lost: "Connection lost, trying again…",
    wrong: "This is not the right code. Look at the facilitator’s screen.",
    locked: "Too many tries. Ask the facilitator for a new code.",
    taken: "Another phone is already connected. Ask the facilitator for a new code.",
    busy: "Too many requests at once. Wait a few seconds.",
    away: "The computer does not answer. Check that this phone is on the same network.",
    [REPLACED]: ["Another page has taken over", "The remote control is open elsewhere."],
    [STOPPED]: ["The remote control is off", "The computer has closed it. The session goes on."],
  },
};

const by = (id) => document.getElementById(id);
let socket = null;
let page = null;
let heardAt = 0;
let tries = 0;
let retry = 0;
let wake = null;

function says(what) {
  return (WORDS[document.documentElement.lang] || WORDS.fr)[what];
}

function speak(language) {
  document.documentElement.lang = language;
  document.title = says("remote");
  for (const item of document.querySelectorAll("[data-says]")) item.textContent = says(item.dataset.says);
  for (const item of document.querySelectorAll("[data-named]")) item.ariaLabel = says(item.dataset.named);
}

function screen(name) {
  for (const id of ["remote", "door", "over"]) by(id).hidden = id !== name;
}

function door(why) {
  screen("door");
  by("refusal").textContent = (why && says(why)) || "";
  by("code").focus();
}

function over(why) {
  const [title, text] = says(why);
  by("over-title").textContent = title;
  by("over-text").textContent = text;
  screen("over");
  by("over-title").focus();
}

async function enter(code) {
  try {
    const answer = await fetch("/code", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code }),
    });
    if (answer.ok) return "";
    return answer.status === 429 ? "busy" : (await answer.json()).why;
  } catch {
    return "away";
  }
}

function connect(whyRefused) {
  clearTimeout(retry);
  if (socket) socket.onmessage = socket.onclose = null;
  if (socket) socket.close();
  socket = new WebSocket(`ws://${location.host}/live`);
  heardAt = Date.now();
  socket.onmessage = (event) => heard(JSON.parse(event.data));
  socket.onclose = (event) => closed(event.code, whyRefused);
}

function heard(given) {
  heardAt = Date.now();
  tries = 0;
  by("line").textContent = "";
  if (!("moment" in given)) return;
  show(given);
  stayAwake();
}

function closed(code, whyRefused) {
  if (code === UNKNOWN) return door(whyRefused);
  if (code === REPLACED || code === STOPPED) return over(code);
  if (page === null && tries > 1) door("away");
  by("line").textContent = says("lost");
  able();
  retry = setTimeout(() => connect(whyRefused), RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
  tries += 1;
}

function show(given) {
  const isNew = page === null || given.moment !== page.moment;
  page = given;
  if (given.language !== document.documentElement.lang) speak(given.language);
  screen("remote");
  put("where", given.where);
  put("title", given.title);
  put("text", given.text);
  put("warning-text", given.warning);
  by("warning").hidden = !given.warning;
  const list = by("prompt-list");
  list.replaceChildren(...given.prompts.map((prompt) => {
    const item = document.createElement("li");
    item.textContent = prompt;
    return item;
  }));
  by("prompts").hidden = given.prompts.length === 0;
  if (isNew) by("page").scrollTop = 0;
  able();
}

function put(id, text) {
  if (by(id).textContent !== text) by(id).textContent = text; // a screen reader says again what is written again
}

function able() {
  const isOpen = socket !== null && socket.readyState === WebSocket.OPEN && page !== null;
  const buttons = page ? page.buttons : [];
  const first = buttons.find((button) => GOES_ON.includes(button.action));
  const big = by("big");
  big.textContent = first ? first.label : (page && page.idle) || says("nothing");
  big.disabled = !isOpen || !first;
  big.dataset.action = first ? first.action : "";
  big.removeAttribute("aria-busy");
  for (const button of document.querySelectorAll(".others button")) {
    const found = buttons.find((other) => other.action === button.dataset.action);
    button.disabled = !isOpen || !found;
    if (found) button.textContent = found.label;
    button.removeAttribute("aria-busy");
  }
}

function tap(button) {
  if (button.disabled || button.getAttribute("aria-busy") || socket.readyState !== WebSocket.OPEN) return;
  socket.send(JSON.stringify({ do: button.dataset.action, at: page.moment }));
  button.setAttribute("aria-busy", "true");
  setTimeout(() => button.removeAttribute("aria-busy"), BUSY_MS);
  if (navigator.vibrate) navigator.vibrate(15);
}

async function stayAwake() {
  if (wake || !navigator.wakeLock || document.hidden) return; // only where the browser trusts the address
  try {
    wake = await navigator.wakeLock.request("screen");
    wake.onrelease = () => { wake = null; };
  } catch {
    wake = null;
  }
}

function isCut() {
  return socket === null || socket.readyState > WebSocket.OPEN || Date.now() - heardAt > SILENT_MS;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden || by("remote").hidden) return;
  if (isCut()) connect();
  stayAwake();
});
setInterval(() => {
  if (!by("remote").hidden && socket.readyState === WebSocket.OPEN && isCut()) {
    by("line").textContent = says("lost");
    connect();
  }
}, 2000);

for (const button of document.querySelectorAll("footer button")) button.onclick = () => tap(button);
by("again").onclick = () => { tries = 0; connect(); };
by("form").onsubmit = async (event) => {
  event.preventDefault();
  const why = await enter(by("code").value);
  by("code").value = "";
  if (why) door(why);
  else connect();
};

async function begin() {
  const token = location.hash.slice(1);
  history.replaceState(null, "", "/"); // the code that opens once stays neither in the address nor in the history
  connect(token ? await enter(token) : "");
}

speak(document.documentElement.lang);
window.addEventListener("hashchange", () => { if (location.hash) begin(); });
begin();
