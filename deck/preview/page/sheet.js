import { address, counted, made, match, minutes, part, planned } from "./parts.js";

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
    const heading = first && [section.title, time];
    const key = JSON.stringify([index, slide, pictures, heading, findings]);
    const entry = old.get(key) ?? thumb(slide, index + 1, pictures.filter(Boolean), heading, findings, choose);
    entry.dataset.key = key;
    entry.querySelector("button").ariaCurrent = index + 1 === state.number ? "true" : null;
    return entry;
  });
  const focused = [...list.children].findIndex((each) => each.contains(document.activeElement));
  list.replaceChildren(...entries);
  entries[focused]?.querySelector("button").focus({ preventScroll: true });
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
  if (slide.hidden) caption.append(made("small", "hidden"));
  if (slide.minutes) caption.append(made("small", minutes(slide.minutes)));
  for (const severity of ["error", "warning"]) {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count) caption.append(made("span", counted(count, severity), `badge ${severity}`));
  }
  button.append(frame, caption);
  button.addEventListener("click", () => choose(number));
  entry.append(button);
  return entry;
}
