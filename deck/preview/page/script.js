const part = (id) => document.getElementById(id);
const state = { deck: null, language: null, beside: "", number: 1, all: false };

const current = () => state.deck?.languages.find((each) => each.tag === state.language);
const made = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};
const minutes = (count) => `${Number(count.toFixed(1))} min`;
const planned = (slides) => slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0);

async function load() {
  const deck = await (await fetch("deck.json")).json();
  state.deck = deck;
  if (!current()) state.language = deck.languages[0]?.tag ?? null;
  await show();
}

async function show() {
  const language = current();
  showFailure(state.deck.failed);
  part("single").hidden = state.all || !language;
  part("sheet").hidden = !state.all || !language;
  part("view").setAttribute("aria-pressed", String(state.all));
  if (!language) return;
  state.number = Math.min(Math.max(1, state.number), language.slides.length);
  part("deck").textContent = language.title;
  document.title = `${language.title} – Preview`;
  const total = planned(language.slides);
  part("timing").textContent = [`${language.slides.length} slides`, total ? minutes(total) : ""].filter(Boolean).join(" · ");
  const tags = state.deck.languages.map((each) => each.tag);
  choices(part("language"), tags.map((tag) => [tag, tag]), state.language);
  choices(part("beside"), [["", "none"], ...tags.filter((tag) => tag !== state.language).map((tag) => [tag, tag])], state.beside);
  for (const id of ["language", "beside"]) part(id).parentElement.hidden = tags.length < 2;
  history.replaceState(null, "", `#${state.language}/${state.number}`);
  if (state.all) showSheet(language);
  else await showSlide(language);
}

function choices(select, options, chosen) {
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
}

function showFailure(findings) {
  const box = part("failed");
  box.hidden = findings.length === 0;
  if (!findings.length) return box.replaceChildren();
  const list = made("ul");
  list.append(...findings.map((finding) => made("li", said(finding))));
  box.replaceChildren(made("p", current() ? "The outline cannot be read now; this is how it was before." : "The outline cannot be read."), list);
}

const said = (finding) =>
  [finding.place, finding.message].filter(Boolean).join(": ") + (finding.hint ? ` (${finding.hint})` : "");

async function showSlide(language) {
  const { number } = state;
  const slide = language.slides[number - 1];
  const shown = [state.language, state.beside].filter((tag) => state.deck.languages.some((each) => each.tag === tag));
  const figures = await Promise.all(shown.map((tag) => figure(tag, number)));
  if (number !== state.number || state.all) return;
  part("stage").replaceChildren(...figures.filter(Boolean));
  const section = language.sections.find((each) => each.id === slide.section);
  const total = planned(language.slides.filter((each) => each.section === section.id));
  const time = total ? ` (${minutes(slide.minutes ?? 0)} of ${minutes(total)})` : "";
  part("position").textContent = `${number} of ${language.slides.length} · ${section.title}${time}`;
  part("previous").disabled = number === 1;
  part("next").disabled = number === language.slides.length;
  const findings = language.findings.filter((finding) => finding.slide === slide.slide);
  part("findings").replaceChildren(...findings.map((finding) => made("li", said(finding), finding.severity)));
  for (const { field } of findings)
    for (const box of part("stage").querySelectorAll("[data-field]"))
      if (field && (box.dataset.field === field || box.dataset.field.startsWith(`${field}.`))) box.dataset.wrong = "";
  const notes = part("notes");
  notes.hidden = slide.notes.length === 0;
  notes.lang = state.language;
  notes.dir = language.direction;
  notes.replaceChildren(made("h2", "Notes"), ...slide.notes.map((words) => made("p", words)));
}

async function figure(tag, number) {
  const answer = await fetch(`slides/${tag}/${number}.svg`);
  if (!answer.ok) return null;
  const drawing = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
  const frame = made("figure");
  frame.append(document.importNode(drawing, true));
  return frame;
}

function showSheet(language) {
  const sections = language.sections.map((section) => {
    const slides = language.slides.map((slide, index) => [slide, index + 1]).filter(([slide]) => slide.section === section.id);
    const heading = made("h2", section.title);
    const total = planned(slides.map(([slide]) => slide));
    if (total) heading.append(made("span", minutes(total)));
    const list = made("ol");
    list.append(...slides.map(([slide, number]) => thumb(language, slide, number)));
    return [heading, list];
  });
  part("sheet").replaceChildren(...sections.flat());
}

function thumb(language, slide, number) {
  const item = made("li");
  const button = made("button", undefined, "thumb");
  button.type = "button";
  if (number === state.number) button.setAttribute("aria-current", "true");
  if (language.findings.some((finding) => finding.slide === slide.slide)) button.dataset.wrong = "";
  const picture = made("img");
  picture.src = `slides/${language.tag}/${number}.svg?${state.deck.revision}`;
  picture.alt = "";
  button.append(picture, made("span", `${number}  ${slide.title}`));
  button.addEventListener("click", () => change({ number, all: false }));
  item.append(button);
  return item;
}

function change(parts) {
  Object.assign(state, parts);
  if (state.beside === state.language) state.beside = "";
  if (state.deck) show();
}

function nextLanguage() {
  const tags = state.deck?.languages.map((each) => each.tag) ?? [];
  if (tags.length) change({ language: tags[(tags.indexOf(state.language) + 1) % tags.length] });
}

part("previous").addEventListener("click", () => change({ number: state.number - 1 }));
part("next").addEventListener("click", () => change({ number: state.number + 1 }));
part("view").addEventListener("click", () => change({ all: !state.all }));
part("language").addEventListener("change", (event) => change({ language: event.target.value }));
part("beside").addEventListener("change", (event) => change({ beside: event.target.value }));
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("select")) return;
  const turn = current()?.direction === "rtl" ? -1 : 1;
  const keys = {
    ArrowRight: () => change({ number: state.number + turn }),
    ArrowLeft: () => change({ number: state.number - turn }),
    PageDown: () => change({ number: state.number + 1 }),
    PageUp: () => change({ number: state.number - 1 }),
    Home: () => change({ number: 1 }),
    End: () => change({ number: current()?.slides.length ?? 1 }),
    g: () => change({ all: !state.all }),
    l: nextLanguage,
  };
  const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

const [language, number] = location.hash.slice(1).split("/");
Object.assign(state, { language: language || null, number: Number(number) || 1 });
new EventSource("events").addEventListener("message", (event) => {
  if (Number(event.data) !== state.deck?.revision) load();
});
