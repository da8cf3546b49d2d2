"""Makes the table of collation, the order of letters in each language: `python -m tests.languages.make_collation`.

ICU, which comes with Node.js, is asked how it orders letters; CLDR's rules are behind it. `collation.json` has ICU's
root order, and for each language that has an order of its own the letters of its script in that order, with the
sequences that count as one letter there (`ch` in Czech). `pinyin.txt` and `strokes.txt` have Chinese characters by
their sound and by their strokes.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

TABLES = Path(__file__).resolve().parents[2] / "deck" / "languages" / "tables"
REGIONS = {"fa-AF"}
"""Regions whose order is not their language's."""
_SCRIPT = r"""
const fs = require("fs");
const [tags, named] = JSON.parse(fs.readFileSync(0, "utf8"));
const RANGES = [[0x20, 0x7e], [0xa1, 0x2af], [0x2b0, 0x52f], [0x531, 0x58f], [0x5b0, 0x5c3], [0x5d0, 0x5f4],
  [0x60c, 0x6ff], [0x750, 0x77f], [0x900, 0xdff], [0xe01, 0xe5b], [0xe81, 0xedf], [0xf00, 0xfbc], [0x1000, 0x109f],
  [0x10d0, 0x10ff], [0x1200, 0x139f], [0x13a0, 0x13fd], [0x1780, 0x17f9], [0x1820, 0x18aa], [0x1c50, 0x1c7f],
  [0x1e00, 0x1fff], [0x2010, 0x2027], [0x2030, 0x205e], [0x2d30, 0x2d7f], [0x3001, 0x3035], [0x3041, 0x30ff],
  [0xa000, 0xa48c], [0xabc0, 0xabf9], [0x1e922, 0x1e94b]];
const isLower = c => c === c.toLowerCase() && c === c.normalize("NFC");
const all = [];
for (const [first, last] of RANGES)
  for (let code = first; code <= last; code++) {
    const c = String.fromCodePoint(code);
    if (/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(c) && (isLower(c) || /\p{Script=Cherokee}/u.test(c))) all.push(c);
  }
const collator = tag => new Intl.Collator(tag, {sensitivity: "base"}).compare;
const root = collator("en");
const ignorable = all.filter(c => root("a" + c, "a") === 0);
const shown = all.filter(c => root("a" + c, "a") !== 0);
const base = c => c.normalize("NFKD").replace(/\p{M}/gu, "");
const groups = (elements, compare) => {
  const sorted = [...elements].sort((a, b) => compare(a, b) || (a < b ? -1 : 1));
  const found = [];
  for (const e of sorted)
    if (found.length && compare(found[found.length - 1][0], e) === 0) found[found.length - 1].push(e);
    else found.push([e]);
  return found;
};
// What is no letter of its own but several: the ash is `ae`.
const latin = [..."abcdefghijklmnopqrstuvwxyz"];
const expansions = {};
for (const c of shown.filter(c => /\p{Script=Latin}/u.test(c) && !/[a-z]/.test(base(c))))
  for (const x of latin) for (const y of latin) if (root(c, x + y) === 0) expansions[c] = x + y;
const isPlain = c => base(c) !== c && base(c).length >= 1 && root(c, base(c)) === 0;
const plain = shown.filter(c => !(c in expansions) && !isPlain(c));
const order = groups(plain, root).map(group => group.length === 1 ? group[0] : group);
const languages = {};
for (const tag of tags) {
  let locale;
  try { locale = new Intl.Locale(tag).maximize(); } catch { continue; }
  if (!Intl.Collator.supportedLocalesOf(tag).length) continue;
  const compare = collator(tag);
  let script = locale.script;
  if (["Hans", "Hant", "Hang", "Kore", "Jpan"].includes(script)) continue;
  const pattern = new RegExp(`\\p{Script=${script}}`, "u");
  let letters;
  const own = c => pattern.test(c) || (script === "Latn" && "ʻʼ".includes(c));
  try { letters = all.filter(c => /[\p{L}\p{M}]/u.test(c) && own(c)); } catch { continue; }
  const one = letters.find(c => /\p{Lo}|\p{Ll}/u.test(c)) ?? "a";
  // Signs that make another letter of some letter count there.
  const bases = letters.filter(c => /\p{L}/u.test(c) && c === base(c));
  const combining = letters.filter(c => /\p{M}/u.test(c) && bases.some(x => compare(x + c, x) !== 0));
  // What counts only between equals in this language has no place of its own.
  letters = letters.filter(c => compare(one + c, one) !== 0);
  if (!letters.length) continue;
  // Sequences that are one letter: they go before their first letter alone, or after all that begins with it.
  const few = letters.filter(c => c === base(c) && (script !== "Latn" || /[a-z]/.test(c)) || "çğşžħ".includes(c));
  const last = [...letters].filter(c => !(c in expansions)).sort(compare).at(-1);
  const isOne = (x, y) => compare(x + y, x) < 0 || compare(x + y, x + last) > 0;
  const contractions = [];
  const marks = letters.filter(c => /\p{M}/u.test(c));
  const signs = script === "Latn" ? ["’", "'", "‘", "ʻ"] : combining;
  // Thai and Lao vowels that are written before their consonant go after it: that is no matter of a table.
  const parted = ["Thai", "Laoo"].includes(script);
  const viramas = marks.filter(c => "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca".includes(c));
  for (const x of few) for (const sign of viramas) for (const y of few)
    if (y !== last && isOne(x + sign, y)) contractions.push(x + sign + y);
  if (!parted && letters.length < 200 || ["Latn", "Cyrl", "Arab"].includes(script))
    for (const x of few) for (const y of [...few, ...signs]) {
      if (y !== last && isOne(x, y)) contractions.push(x + y);
      if (/['’]/.test(y)) for (const z of few) if (isOne(x + y, z)) contractions.push(x + y + z);
    }
  // Khmer vowels of two signs.
  if (script === "Khmr") for (const x of marks) for (const y of marks)
    if (y !== last && isOne(x, y)) contractions.push(x + y);
  for (const pair of [...contractions]) for (const y of few)
    if (y !== last && isOne(pair, y)) contractions.push(pair + y);
  const used = letters.filter(c => {
    const rest = base(c);
    return rest === c || compare(c, rest) !== 0 || root(c, rest) !== 0;
  }).filter(c => !(c in expansions) || compare(c, expansions[c]) !== 0);
  // An alef at a word's end is not what it is before another letter.
  const within = script === "Arab" ? (a, b) => compare(a + "ب", b + "ب") : compare;
  const mine = groups([...used, ...contractions], within);
  const theirs = groups(used, root);
  const first = script !== "Latn" && compare(letters.find(c => /\p{L}/u.test(c)), "a") < 0;
  if (JSON.stringify(mine) === JSON.stringify(theirs) && !first) continue;
  languages[tag] = {first, mine, theirs};
}
// All of GB 2312 by their sound, all of Big5 by their strokes, and those of CLDR's names.
const ideographs = (encoding, first, last, order) => {
  const decoder = new TextDecoder(encoding);
  const found = new Set(named);
  for (let high = first; high <= last; high++) for (let low = 0x40; low <= 0xfe; low++)
    found.add(decoder.decode(Uint8Array.of(high, low)));
  return [...found].filter(c => /^\p{Script=Han}$/u.test(c)).sort(new Intl.Collator(order).compare).join("");
};
const SIMPLE = new Set();
for (let high = 0xb0; high <= 0xf7; high++) for (let low = 0xa1; low <= 0xfe; low++)
  SIMPLE.add(new TextDecoder("gb2312").decode(Uint8Array.of(high, low)));
const pinyin = ideographs("gb2312", 0xb0, 0xf7, "zh-Hans-u-co-pinyin");
// Words that are said otherwise than by their first character: 重庆 goes after 虫, not after 众.
const sounds = new Intl.Collator("zh-Hans-u-co-pinyin").compare;
const common = [...pinyin].filter(c => SIMPLE.has(c));
const words = {};
for (let at = 0; at + 1 < common.length; at++) for (const other of common) {
  const word = common[at] + other;
  if (sounds(word, common[at]) < 0 || sounds(word, common[at + 1]) > 0)
    words[word] = [...pinyin].findLast(c => sounds(c, word) < 0);
}
const strokes = ideographs("big5", 0xa4, 0xf9, "zh-Hant-u-co-stroke");
process.stdout.write(JSON.stringify({icu: process.versions.icu, cldr: process.versions.cldr, order, expansions,
  ignorable: ignorable.join(""), languages, pinyin, strokes, words}));
"""


def named() -> list[str]:
    """The characters of CLDR's names in Chinese."""
    locales = [Locale("zh"), Locale("zh", script="Hant"), Locale("zh", "HK", "Hant"), Locale("yue")]
    names = (each for one in locales for each in (one.territories, one.languages, one.scripts, one.currencies))
    return sorted({character for each in names for name in each.values() for character in str(name)})


def made() -> dict[str, Any]:
    """What ICU says. FileNotFoundError without Node.js."""
    tags = {tag.replace("_", "-") for tag in locale_identifiers() if len(tag) < 4 or len(tag.split("_")[1]) == 4}
    given = json.dumps([sorted(tags | REGIONS), named()])
    run = subprocess.run(["node", "-e", _SCRIPT], input=given, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def main() -> None:
    found = made()
    for name in ("pinyin", "strokes"):
        characters = found.pop(name)
        lines = (characters[start : start + 60] for start in range(0, len(characters), 60))
        (TABLES / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    root = {letter: at for at, group in enumerate(found["order"]) for letter in group}
    orders: dict[str, Any] = {}
    for tag, each in found["languages"].items():
        order = {"script": _span(each, root)} if each["first"] else {}
        order |= {"rules": rules} if (rules := list(_rules(each["theirs"], each["mine"], root))) else {}
        if order and orders.get(tag.split("-")[0]) != order and orders.get("-".join(tag.split("-")[:2])) != order:
            orders[tag] = order
    lines = ",\n".join(f"{json.dumps(tag)}: {_compact(order)}" for tag, order in orders.items())
    text = (
        f'{{"icu": "{found["icu"]}", "cldr": "{found["cldr"]}",\n"order": {_compact(found["order"])},\n'
        f'"expansions": {_compact(found["expansions"])},\n"words": {_compact(found["words"])},\n'
        f'"languages": {{\n{lines}\n}}}}\n'
    )
    (TABLES / "collation.json").write_text(text, encoding="utf-8", newline="\n")


def _rules(
    theirs: Sequence[Sequence[str]], mine: Sequence[Sequence[str]], root: Collection[str]
) -> Iterator[tuple[str, list[Any]]]:
    """What stands otherwise than in the root order: after which letter ("": before all), which letters."""
    placed = set(root)
    matcher = SequenceMatcher(None, [*map(tuple, theirs)], [*map(tuple, mine)], autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag in ("insert", "replace"):
            before = (letter for group in reversed(mine[:start]) for letter in group if letter in placed)
            yield next(before, ""), [_one(group) for group in mine[start:end]]
            placed.update(letter for group in mine[start:end] for letter in group)


def _span(each: dict[str, Any], root: Mapping[str, int]) -> tuple[str, str]:
    """The first and the last of a script's letters in the root order: between them, there are no others."""
    letters = (letter for group in each["theirs"] for letter in group if root.get(letter, 0) > root["z"])
    ordered = sorted(letters, key=lambda letter: root[letter])
    return ordered[0], ordered[-1]


def _one(group: Sequence[str]) -> Any:
    return group[0] if len(group) == 1 else group


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
