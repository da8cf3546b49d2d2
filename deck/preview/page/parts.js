export const part = (id) => document.getElementById(id);

export const made = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};

export const rounded = (count) => Number(count.toFixed(1));
export const minutes = (count) => `${rounded(count)} min`;
export const planned = (slides) => slides.reduce((sum, slide) => sum + (slide.minutes ?? 0), 0);
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

// What stands between backquotes is as it is written in a file.
export const words = (text, className) => {
  const element = made("span", undefined, className);
  element.append(...text.replace(/(\d) %/g, "$1\u00a0%").split("`").map((piece, index) => (index % 2 ? made("code", piece) : piece)));
  return element;
};

export function nameOf(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function item(finding, tag) {
  const line = made("li");
  const where = [tag && nameOf(tag), finding.place].filter(Boolean).join(", ");
  if (where) line.append(made("span", where, "place"));
  line.append(words(finding.message));
  if (finding.hint) line.append(words(finding.hint, "hint"));
  return line;
}

// A picture's address is another one whenever the picture is.
export const address = (tag, slide) => `slides/${encodeURIComponent(tag)}/${slide.id}.svg?${slide.version}`;

// Where a list goes on in one language and not in the other, the same slide has another number there.
export function match(language, id, before) {
  const numbers = language.deck.slides.map((each, index) => (each.slide === id ? index + 1 : 0)).filter(Boolean);
  return numbers[Math.min(before, numbers.length - 1)];
}
