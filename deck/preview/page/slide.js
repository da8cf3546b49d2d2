import { address, item, made, match, minutes, nameOf, part, planned, rounded } from "./parts.js";

const drawings = new Map();

async function drawing(address) {
  if (!drawings.has(address)) {
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return null;
    if (drawings.size > 50) drawings.clear();
    drawings.set(address, new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement);
  }
  return document.importNode(drawings.get(address), true);
}

let turn = 0;

export async function showSlide(state, languages) {
  const mine = ++turn;
  const { slide: id } = languages[0].deck.slides[state.number - 1];
  const before = languages[0].deck.slides.slice(0, state.number - 1).filter((each) => each.slide === id).length;
  const numbers = languages.map((language, index) => (index ? match(language, id, before) : state.number));
  const named = languages.length > 1;
  const panes = await Promise.all(languages.map((language, index) => pane(language, numbers[index], named)));
  if (mine !== turn) return;
  const single = part("single");
  single.classList.toggle("beside", named);
  single.replaceChildren(...panes.map(({ element }) => element));
  for (const { element, findings } of panes) findings.forEach((finding, index) => mark(element, finding, index + 1));
}

async function pane({ tag, deck }, number, named) {
  const element = made("article", undefined, deck.direction);
  const slide = deck.slides[number - 1];
  if (!slide) return { element, findings: [] };
  const frame = made("figure");
  const picture = await drawing(address(tag, slide));
  const sheet = made("div", undefined, "slide");
  sheet.dir = deck.direction;
  if (picture) sheet.append(picture);
  frame.append(sheet);
  if (named) frame.append(made("figcaption", nameOf(tag)));
  const aside = made("aside");
  aside.setAttribute("aria-label", named ? `About this slide, ${nameOf(tag)}` : "About this slide");
  const findings = deck.findings.filter((finding) => finding.slide === slide.slide);
  if (slide.hidden) aside.append(made("p", "Hidden: left out of the show", "time"));
  aside.append(...time(deck, slide), ...found(findings), ...notes(tag, deck, slide));
  element.append(frame, aside);
  return { element, findings };
}

function time(deck, slide) {
  const total = planned(deck.slides);
  if (!total) return [];
  const first = deck.slides.findIndex((each) => each.slide === slide.slide);
  const start = planned(deck.slides.slice(0, first));
  const own = deck.slides[first].minutes ?? 0;
  const section = deck.sections.find((each) => each.id === slide.section);
  const within = planned(deck.slides.filter((each) => each.section === slide.section));
  const line = made("p", undefined, "time");
  const name = made("bdi", section.title);
  line.append(made("b", own ? minutes(own) : "no time"), ` of ${minutes(within)} in `, name, made("br"));
  const when = own ? `minutes ${rounded(start)}–${rounded(start + own)}` : `at minute ${rounded(start)}`;
  line.append(made("span", `${when} of ${rounded(total)}`));
  return [made("h2", "Time"), line];
}

function found(findings) {
  if (!findings.length) return [];
  const list = made("ol", undefined, "findings");
  findings.forEach((finding, index) => {
    const line = item(finding);
    line.classList.add(finding.severity);
    line.dataset.number = index + 1;
    const point = (on) => {
      const own = line.closest("article").querySelector(`.mark[data-number="${index + 1}"]`);
      own?.classList.toggle("on", on);
    };
    line.addEventListener("mouseenter", () => point(true));
    line.addEventListener("mouseleave", () => point(false));
    list.append(line);
  });
  return [made("h2", "Findings"), list];
}

function notes(tag, deck, slide) {
  if (!slide.notes.length) return [];
  const box = made("div", undefined, "notes");
  box.lang = tag;
  box.dir = deck.direction;
  box.append(...slide.notes.map((words) => made("p", words)));
  return [made("h2", "Notes"), box];
}

// The shape that shows a field, or else those that show its parts, or else what it is a part of.
function shapesOf(svg, field) {
  const shapes = [...svg.querySelectorAll("[data-field]")];
  const by = (rule) => shapes.filter((shape) => rule(shape.dataset.field));
  const parts = by((own) => own.startsWith(`${field}.`));
  const whole = by((own) => field.startsWith(`${own}.`));
  return [by((own) => own === field), parts, whole].find((each) => each.length) ?? [];
}

// Round all of what shows the field, also what runs out of its box.
function mark(element, finding, number) {
  const slide = element.querySelector(".slide");
  const svg = slide?.querySelector("svg");
  if (!svg || !finding.field) return;
  const boxes = shapesOf(svg, finding.field).map((shape) => shape.getBBox()).filter((box) => box.width && box.height);
  if (!boxes.length) return;
  const { width, height } = svg.viewBox.baseVal;
  const share = (at, whole) => `${(100 * Math.min(Math.max(at, 4), whole - 4)) / whole}%`;
  const frame = made("div", undefined, `mark ${finding.severity}`);
  frame.dataset.number = number;
  frame.ariaHidden = "true";
  frame.style.left = share(Math.min(...boxes.map((box) => box.x)) - 6, width);
  frame.style.top = share(Math.min(...boxes.map((box) => box.y)) - 6, height);
  frame.style.right = share(width - Math.max(...boxes.map((box) => box.x + box.width)) - 6, width);
  frame.style.bottom = share(height - Math.max(...boxes.map((box) => box.y + box.height)) - 6, height);
  const badge = made("b", String(number));
  const before = [...slide.querySelectorAll(".mark")].filter((other) => other.style.cssText === frame.style.cssText);
  badge.style.setProperty("--before", before.length);
  frame.append(badge);
  slide.append(frame);
}
