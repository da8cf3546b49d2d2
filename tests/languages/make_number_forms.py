"""Makes the table of how languages write numbers: `python -m tests.languages.make_number_forms`.

ICU, which comes with Node.js, is asked; the languages are those of Babel that it knows.
"""

from __future__ import annotations

import json
import subprocess
from typing import Any

from babel.localedata import locale_identifiers

from tests.languages.make_collation import TABLES

TABLE = TABLES / "number-forms.json"
_SCRIPT = r"""
const tags = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = {icu: process.versions.icu, cldr: process.versions.cldr, forms: {}};
for (const tag of tags) {
  const format = new Intl.NumberFormat(tag, {maximumFractionDigits: 3});
  // A script or a region that ICU does not know is written as its language is.
  if (format.resolvedOptions().locale !== tag) continue;
  const percent = new Intl.NumberFormat(tag, {style: "percent"});
  const parts = (number, how = format) => how.formatToParts(number);
  const pattern = (number, how) => parts(number, how)
    .map(part => ["integer", "decimal", "fraction", "group"].includes(part.type) ? "#" : part.value).join("");
  const part = (number, type) => parts(number).find(one => one.type === type)?.value ?? "";
  const whole = parts(1234567890).filter(one => one.type === "integer").map(one => [...one.value].length);
  const [group, others] = whole.length > 2 ? [whole.at(-1), whole.at(-2)] : [3, 3];
  const least = [1, 2, 3, 4, 5, 6].find(digits => parts(10 ** (group + digits - 1)).some(one => one.type === "group"));
  found.forms[tag] = [
    [..."0123456789"].map(digit => format.format(digit)).join(""),
    part(0.5, "decimal"), part(1234567890, "group"), group, others, least ?? 1,
    pattern(-5, format), pattern(0.05, percent), pattern(-0.05, percent),
    format.formatRange(3, 5).replace(/^\p{Nd}|\p{Nd}$/gu, ""),
  ];
}
process.stdout.write(JSON.stringify(found));
"""


def made() -> dict[str, Any]:
    """What ICU says; a language's regions only where they differ from it. FileNotFoundError without Node.js."""
    tags = sorted(tag.replace("_", "-") for tag in locale_identifiers())
    run = subprocess.run(["node", "-e", _SCRIPT], input=json.dumps(tags), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    forms = found["forms"]
    found["forms"] = {tag: form for tag, form in forms.items() if form != forms.get(_base(tag, forms))}
    return found


def _base(tag: str, forms: dict[str, Any]) -> str:
    """The nearest that is known of what this is a region or a script of."""
    base = tag.rpartition("-")[0]
    return base if base in forms or not base else _base(base, forms)


if __name__ == "__main__":
    found = made()
    lines = ",\n".join(f"{json.dumps(tag)}: {json.dumps(form)}" for tag, form in found["forms"].items())
    versions = f'"icu": "{found["icu"]}", "cldr": "{found["cldr"]}"'
    TABLE.write_text(f'{{{versions},\n"forms": {{\n{lines}\n}}}}\n', encoding="utf-8", newline="\n")
