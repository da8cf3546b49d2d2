import { showFailure, showFindings, showFrame, showSections } from "./frame.js";
import { part } from "./parts.js";
import { showSheet } from "./sheet.js";
import { showSlide } from "./slide.js";

const [language, number] = location.hash.slice(1).split("/");
const state = { deck: null, language: language || null, beside: "", number: Number(number) || 1, all: false };
const languages = new Map();

const tags = () => state.deck?.languages ?? [];
const current = () => languages.get(state.language)?.deck;
const shown = () => [state.language, state.beside].filter((tag) => tags().includes(tag));
// A language that is still on its way may have other slides; `show` knows then.
const last = () => current()?.slides.length ?? state.number + 1;
const isWrong = (slide) => current().findings.some((finding) => finding.slide === slide.slide);

// Nothing where there is none, or nobody to ask.
async function get(path) {
  const answer = await fetch(path).catch(ended);
  return answer?.ok ? answer.json() : null;
}

let turn = 0;
let outdated = true;

// Asks for what is shown and is not there yet. Where something newer is wanted meanwhile, that turn shows it.
async function load() {
  const mine = ++turn;
  if (outdated) {
    const deck = await get("deck.json");
    if (mine !== turn || !deck) return;
    state.deck = deck;
    if (!tags().includes(state.language)) state.language = tags()[0] ?? null;
    if (!tags().includes(state.beside)) state.beside = "";
  }
  const wanted = shown().filter((tag) => outdated || !languages.has(tag));
  const found = await Promise.all(wanted.map((tag) => get(`languages/${encodeURIComponent(tag)}.json`)));
  if (mine !== turn || found.includes(null)) return;
  if (outdated) languages.clear();
  outdated = false;
  wanted.forEach((tag, index) => languages.set(tag, found[index]));
  await show();
}

async function change(parts) {
  Object.assign(state, parts);
  if (state.beside === state.language) state.beside = "";
  if (state.deck) await load();
}

async function show() {
  const deck = current();
  showFailure(state.deck.failed, shown().map((tag) => languages.get(tag)).filter(Boolean));
  part("nothing").hidden = Boolean(deck);
  part("single").hidden = state.all || !deck;
  part("sheet").hidden = !state.all || !deck;
  if (!deck) return;
  state.number = Math.min(Math.max(1, state.number), deck.slides.length);
  history.replaceState(null, "", `#${state.language}/${state.number}`);
  const decks = shown().map((tag) => languages.get(tag)).filter((each) => each.deck);
  showFrame(state, deck, tags());
  showSections(state, deck, (number) => change({ number }));
  if (state.all) showSheet(state, decks, (number) => change({ number, all: false }));
  else await showSlide(state, decks);
}

function ended() {
  part("failed").hidden = false;
  part("failed").textContent = "The preview was ended. Start it again, and this page goes on.";
}

function inTurn(choices, chosen) {
  return choices[(choices.indexOf(chosen) + 1) % choices.length];
}

function nextFinding() {
  const { slides } = current();
  const order = slides.map((_, index) => (state.number + index) % slides.length);
  const index = order.find((each) => isWrong(slides[each]));
  if (index !== undefined) change({ number: index + 1, all: false });
}

function openFindings() {
  showFindings(current(), (number) => {
    part("findings").close();
    change({ number, all: false });
  });
  part("findings").showModal();
}

async function turnView() {
  await change({ all: !state.all });
  focusCurrent();
}

function focusCurrent() {
  if (state.all) part("sheet").querySelector("[aria-current]")?.focus();
}

// By rows: as many slides as stand beside each other.
function row() {
  const thumbs = [...part("sheet").querySelectorAll(".thumb")];
  return thumbs.filter((thumb) => Math.abs(thumb.offsetTop - thumbs[0].offsetTop) < 2).length;
}

async function go(number) {
  await change({ number: Math.min(Math.max(1, number), last()) });
  focusCurrent();
}

const step = (count) => go(state.number + count);

const actions = {
  PageDown: () => step(1),
  PageUp: () => step(-1),
  Home: () => go(1),
  End: () => go(last()),
  g: turnView,
  l: () => tags().length && change({ language: inTurn(tags(), state.language) }),
  b: () => change({ beside: inTurn(["", ...tags().filter((tag) => tag !== state.language)], state.beside) }),
  n: () => current() && nextFinding(),
  f: () => current() && openFindings(),
  "?": () => part("help").showModal(),
};

function action(key) {
  const along = part("pager").dir === "rtl" ? -1 : 1;
  if (key === "ArrowRight") return () => step(along);
  if (key === "ArrowLeft") return () => step(-along);
  if (state.all && key === "ArrowDown") return () => step(row());
  if (state.all && key === "ArrowUp") return () => step(-row());
  return actions[key.length === 1 ? key.toLowerCase() : key];
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !state.deck) return;
  if (event.target.closest("select") || document.querySelector("dialog[open]")) return;
  const act = action(event.key);
  if (!act) return;
  event.preventDefault();
  act();
});
// A link to another slide of the deck, in a picture.
document.addEventListener("click", (event) => {
  const target = event.target.closest('svg a[href^="#"]')?.getAttribute("href").slice(1);
  if (target === undefined || !current()) return;
  event.preventDefault();
  const index = current().slides.findIndex((slide) => slide.id === target);
  if (index >= 0) go(index + 1);
});
part("previous").addEventListener("click", () => step(-1));
part("next").addEventListener("click", () => step(1));
part("view").addEventListener("click", turnView);
part("keys").addEventListener("click", actions["?"]);
part("wrong").addEventListener("click", openFindings);
part("language").addEventListener("change", (event) => change({ language: event.target.value }));
part("beside").addEventListener("change", (event) => change({ beside: event.target.value }));
window.addEventListener("hashchange", () => {
  const [language, number] = location.hash.slice(1).split("/");
  if (tags().includes(language)) change({ language, number: Number(number) || 1 });
});

const events = new EventSource("events");
let lost = false;
events.addEventListener("error", () => {
  lost = true;
  ended();
});
// Another preview may have been started there, so that nothing of this page holds any more.
events.addEventListener("open", () => lost && location.reload());
events.addEventListener("message", () => {
  outdated = true;
  load();
});
