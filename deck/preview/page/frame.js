import { counted, item, made, minutes, nameOf, part, planned } from "./parts.js";

// How much of what is wrong stands over the slide at once.
const SHOWN = 2;

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
  const before = languages.some((each) => each.deck) ? " now; below is how it was before" : "";
  const [first, rest] = [made("ul"), made("ul")];
  const entries = [...lines.values()];
  first.append(...entries.slice(0, SHOWN));
  rest.append(...entries.slice(SHOWN));
  const open = box.querySelector("details")?.open ?? false;
  box.replaceChildren(made("p", `This cannot be laid out${before}.`), first);
  if (!rest.children.length) return;
  const more = made("details");
  more.open = open;
  more.append(made("summary", `${rest.children.length} more`), rest);
  box.append(more);
}

export function showFrame(state, deck, tags) {
  const total = planned(deck.slides);
  document.title = `${deck.title} – Preview`;
  part("deck").textContent = deck.title;
  part("timing").textContent = counted(deck.slides.length, "slide") + (total ? ` · ${minutes(total)}` : "");
  part("pager").dir = deck.direction;
  part("position").textContent = `${state.number} of ${deck.slides.length}`;
  part("previous").disabled = state.number === 1;
  part("next").disabled = state.number === deck.slides.length;
  part("view").setAttribute("aria-pressed", String(state.all));
  const errors = deck.findings.filter((finding) => finding.severity === "error").length;
  const warnings = deck.findings.length - errors;
  const wrong = part("wrong");
  // What was found in the deck as it was before is no longer so.
  wrong.hidden = deck.findings.length === 0 || !part("failed").hidden;
  wrong.className = errors ? "error" : "warning";
  const counts = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")];
  wrong.textContent = counts.filter(Boolean).join(", ");
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
