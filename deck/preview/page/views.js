const part = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

const made = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};
const inSvg = (tag, attributes) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const rounded = (count) => Number(count.toFixed(1));
const minutes = (count) => `${rounded(count)} min`;
const planned = (slides) => slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0);
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
// What stands between backquotes is as it is written in a file.
const words = (text, className) => {
  const element = made("span", undefined, className);
  element.append(...text.split("`").map((piece, index) => (index % 2 ? made("code", piece) : piece)));
  return element;
};

export function nameOf(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function showFailure(failed, languages) {
  const lines = new Map();
  const add = (finding, tag) => {
    const key = `${finding.place} ${finding.message}`;
    if (!lines.has(key)) lines.set(key, item(finding, tag));
  };
  for (const finding of failed) add(finding);
  for (const { tag, failed } of languages) for (const finding of failed) add(finding, tag);
  const box = part("failed");
  box.hidden = lines.size === 0;
  const before = languages.some((each) => each.deck) ? "This cannot be laid out now; below is how it was before." : "This cannot be laid out.";
  const list = made("ul");
  list.append(...lines.values());
  box.replaceChildren(made("p", before), list);
}

function item(finding, tag) {
  const line = made("li");
  const where = [tag && nameOf(tag), finding.place].filter(Boolean).join(", ");
  if (where) line.append(made("span", where, "place"));
  line.append(words(finding.message));
  if (finding.hint) line.append(words(finding.hint, "hint"));
  return line;
}

export function showFrame(state, deck, tags) {
  const total = planned(deck.slides);
  document.title = `${deck.title} – Preview`;
  part("deck").textContent = deck.title;
  part("timing").textContent = [counted(deck.slides.length, "slide"), total && minutes(total)].filter(Boolean).join(" · ");
  part("pager").dir = deck.direction;
  part("position").textContent = `${state.number} of ${deck.slides.length}`;
  part("previous").disabled = state.number === 1;
  part("next").disabled = state.number === deck.slides.length;
  part("view").setAttribute("aria-pressed", String(state.all));
  const errors = deck.findings.filter((finding) => finding.severity === "error").length;
  const warnings = deck.findings.length - errors;
  const wrong = part("wrong");
  wrong.hidden = deck.findings.length === 0;
  wrong.className = errors ? "error" : "warning";
  wrong.textContent = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(Boolean).join(", ");
  const others = tags.filter((tag) => tag !== state.language);
  choices(part("language"), tags.map((tag) => [tag, nameOf(tag)]), state.language);
  choices(part("beside"), [["", "none"], ...others.map((tag) => [tag, nameOf(tag)])], state.beside);
  for (const id of ["language", "beside"]) part(id).parentElement.hidden = tags.length < 2;
}

function choices(select, options, chosen) {
  const same = options.map(String).join() === [...select.options].map((each) => [each.value, each.text]).join();
  if (!same) select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  select.value = chosen;
}

export function showSections(state, deck, choose) {
  const list = made("ol");
  const total = planned(deck.slides);
  for (const section of deck.sections) {
    const first = deck.slides.findIndex((slide) => slide.section === section.id) + 1;
    const slides = deck.slides.filter((slide) => slide.section === section.id);
    if (!slides.length) continue;
    const time = planned(slides);
    const button = made("button");
    button.type = "button";
    button.append(made("span", section.title), total ? made("small", minutes(time)) : "");
    button.firstChild.dir = "auto";
    if (slides.some((slide) => slide === deck.slides[state.number - 1])) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => choose(first));
    const entry = made("li");
    entry.style.flexGrow = total ? time : slides.length;
    entry.append(button);
    list.append(entry);
  }
  const nav = part("sections");
  nav.dir = deck.direction;
  const focused = [...nav.querySelectorAll("button")].indexOf(document.activeElement);
  nav.replaceChildren(list);
  nav.querySelectorAll("button")[focused]?.focus();
  nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const drawings = new Map();

const address = (tag, slide) => `slides/${encodeURIComponent(tag)}/${slide.id}.svg?${slide.version}`;

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
  const panes = await Promise.all(languages.map((language, index) => pane(language, index ? match(language, id, before) : state.number, languages.length > 1)));
  if (mine !== turn) return;
  const single = part("single");
  single.classList.toggle("beside", languages.length > 1);
  single.replaceChildren(...panes.map(({ element }) => element));
  for (const { element, findings, rtl } of panes) findings.forEach((finding, index) => mark(element, finding, index + 1, rtl));
}

// Where a list goes on in one language and not in the other, the same slide has another number there.
function match(language, id, before) {
  const numbers = language.deck.slides.map((each, index) => (each.slide === id ? index + 1 : 0)).filter(Boolean);
  return numbers[Math.min(before, numbers.length - 1)];
}

async function pane({ tag, deck }, number, named) {
  const element = made("article");
  const slide = deck.slides[number - 1];
  if (!slide) return { element, findings: [] };
  const frame = made("figure");
  const picture = await drawing(address(tag, slide));
  if (picture) frame.append(picture);
  if (named) frame.append(made("figcaption", nameOf(tag)));
  const aside = made("aside");
  aside.setAttribute("aria-label", named ? `About this slide, ${nameOf(tag)}` : "About this slide");
  const findings = deck.findings.filter((finding) => finding.slide === slide.slide);
  aside.append(...time(deck, slide), ...found(findings), ...notes(tag, deck, slide));
  element.append(frame, aside);
  return { element, findings, rtl: deck.direction === "rtl" };
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
  line.append(made("span", own ? `minutes ${rounded(start)}–${rounded(start + own)} of ${rounded(total)}` : `at minute ${rounded(start)} of ${rounded(total)}`));
  return [made("h2", "Time"), line];
}

function found(findings) {
  if (!findings.length) return [];
  const list = made("ol", undefined, "findings");
  findings.forEach((finding, index) => {
    const line = item(finding);
    line.classList.add(finding.severity);
    line.dataset.number = index + 1;
    for (const [type, on] of [["mouseenter", true], ["mouseleave", false]])
      line.addEventListener(type, () => line.closest("article").querySelector(`.mark[data-number="${index + 1}"]`)?.classList.toggle("on", on));
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
  const choices = [by((own) => own === field), by((own) => own.startsWith(`${field}.`)), by((own) => field.startsWith(`${own}.`))];
  return choices.find((each) => each.length) ?? [];
}

function mark(element, finding, number, rtl) {
  const svg = element.querySelector("figure svg");
  if (!svg || !finding.field) return;
  const boxes = shapesOf(svg, finding.field).map((shape) => shape.getBBox()).filter((box) => box.width && box.height);
  if (!boxes.length) return;
  const { width, height } = svg.viewBox.baseVal;
  const left = Math.max(12, Math.min(...boxes.map((box) => box.x)) - 6);
  const top = Math.max(12, Math.min(...boxes.map((box) => box.y)) - 6);
  const right = Math.min(width - 4, Math.max(...boxes.map((box) => box.x + box.width)) + 6);
  const bottom = Math.min(height - 4, Math.max(...boxes.map((box) => box.y + box.height)) + 6);
  const group = inSvg("g", { class: `mark ${finding.severity}`, "data-number": number, "aria-hidden": "true" });
  const taken = svg.querySelectorAll(`.mark[data-at="${left},${top}"]`).length;
  group.dataset.at = `${left},${top}`;
  const start = rtl ? right - 24 * taken : left + 24 * taken;
  group.append(
    inSvg("rect", { x: left, y: top, width: right - left, height: bottom - top, rx: 4 }),
    inSvg("circle", { cx: start, cy: top, r: 11 }),
    inSvg("text", { x: start, y: top, "text-anchor": "middle", "dominant-baseline": "central", direction: "ltr" }),
  );
  group.lastChild.textContent = number;
  svg.append(group);
}

export function showSheet(state, languages, choose) {
  const [{ deck }] = languages;
  const sheet = part("sheet");
  const list = sheet.querySelector("ol") ?? sheet.appendChild(made("ol"));
  list.dir = deck.direction;
  list.classList.toggle("beside", languages.length > 1);
  const old = new Map([...list.children].map((each) => [each.dataset.key, each]));
  const entries = deck.slides.map((slide, index) => {
    const pictures = languages.map((language) => {
      const before = deck.slides.slice(0, index).filter((each) => each.slide === slide.slide).length;
      const number = language.deck === deck ? index + 1 : match(language, slide.slide, before);
      return number ? address(language.tag, language.deck.slides[number - 1]) : null;
    });
    const first = deck.slides[index - 1]?.section !== slide.section;
    const findings = deck.findings.filter((finding) => finding.slide === slide.slide);
    const section = deck.sections.find((each) => each.id === slide.section);
    const time = planned(deck.slides.filter((each) => each.section === slide.section));
    const key = JSON.stringify([index, slide, pictures, first && [section.title, time], findings]);
    const entry = old.get(key) ?? thumb(slide, index + 1, pictures.filter(Boolean), first && [section.title, time], findings, choose);
    entry.dataset.key = key;
    entry.querySelector("button").toggleAttribute("aria-current", index + 1 === state.number);
    if (index + 1 === state.number) entry.querySelector("button").setAttribute("aria-current", "true");
    return entry;
  });
  list.replaceChildren(...entries);
}

function thumb(slide, number, pictures, section, findings, choose) {
  const entry = made("li");
  const heading = made("h2");
  if (section) {
    heading.append(made("bdi", section[0]));
    if (section[1]) heading.append(" ", made("small", minutes(section[1])));
    entry.append(heading);
  }
  const button = made("button", undefined, "thumb");
  button.type = "button";
  const frame = made("span", undefined, "frame");
  for (const source of pictures) {
    const picture = made("img");
    picture.src = source;
    picture.alt = "";
    picture.width = 960;
    picture.height = 540;
    frame.append(picture);
  }
  const caption = made("span", undefined, "caption");
  const title = made("span", slide.title, "title");
  title.dir = "auto";
  caption.append(made("b", String(number)), title);
  if (slide.minutes) caption.append(made("small", minutes(slide.minutes)));
  button.append(frame, caption);
  if (findings.length) {
    const severity = findings.some((finding) => finding.severity === "error") ? "error" : "warning";
    button.append(made("span", counted(findings.length, "finding"), `badge ${severity}`));
  }
  button.addEventListener("click", () => choose(number));
  entry.append(button);
  return entry;
}

export function showFindings(deck, choose) {
  const lines = deck.findings.map((finding) => {
    const number = deck.slides.findIndex((slide) => slide.slide === finding.slide) + 1;
    const line = made("li", undefined, finding.severity);
    if (!number) {
      line.append(...item(finding).childNodes);
      return line;
    }
    const button = made("button");
    button.type = "button";
    button.append(made("b", `Slide ${number}`), " ", ...item(finding).childNodes);
    button.addEventListener("click", () => choose(number));
    line.append(button);
    return line;
  });
  part("findings").querySelector("ol").replaceChildren(...(lines.length ? lines : [made("li", "Nothing is wrong.")]));
}
