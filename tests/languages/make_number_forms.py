"""Makes the table of what Babel does not have of CLDR's numbers: `python -m tests.languages.make_number_forms`.

ICU, which comes with Node.js, is asked in which languages four digits stand without a separator (`1500`), and what
stands between the ends of a range.
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
const found = {icu: process.versions.icu, ungrouped: [], ranges: {}};
for (const tag of tags) {
  if (!Intl.NumberFormat.supportedLocalesOf(tag).length) continue;
  const format = new Intl.NumberFormat(tag, {numberingSystem: "latn"});
  if (/^1000$/.test(format.format(1000)) && !/^10000$/.test(format.format(10000))) found.ungrouped.push(tag);
  const between = format.formatRange(3, 5).replace(/^\p{Nd}|\p{Nd}$/gu, "");
  if (between !== "–") found.ranges[tag] = between;
}
process.stdout.write(JSON.stringify(found));
"""


def made() -> dict[str, Any]:
    """What ICU says; a language's regions only where they differ from it. FileNotFoundError without Node.js."""
    tags = sorted(tag.replace("_", "-") for tag in locale_identifiers())
    run = subprocess.run(["node", "-e", _SCRIPT], input=json.dumps(tags), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    bases = {tag: tag.rpartition("-")[0] for tag in tags}
    found["grouped"] = [
        tag for tag in tags if bases[tag] in found["ungrouped"] and tag not in found["ungrouped"] and bases[tag]
    ]
    found["ungrouped"] = [tag for tag in found["ungrouped"] if bases[tag] not in found["ungrouped"]]
    ranges = found["ranges"]
    found["ranges"] = {tag: sign for tag, sign in ranges.items() if ranges.get(bases[tag]) != sign}
    return found


if __name__ == "__main__":
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in made().items())
    TABLE.write_text(f"{{{lines}}}\n", encoding="utf-8", newline="\n")
