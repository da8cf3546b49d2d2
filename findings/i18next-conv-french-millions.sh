#!/usr/bin/env bash
# i18next-conv 17.0.0 turns a catalog with the three plural forms that CLDR has for French into two: the form for whole
# millions (“1000000 de fichiers”) is in neither of its JSON formats, without a word. i18next 27.1.5 asks for that very
# form, as Intl.PluralRules has it, and makes do with the one for others. Of six Arabic forms all six are kept.
# Needs Node.js with npm. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund node@20.20.2 i18next-conv@17.0.0 i18next@27.1.5 >/dev/null
PATH="$folder/node_modules/.bin:$PATH"
begin() {
  printf 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: %s\\n"\n' "$1"
  printf '"Plural-Forms: %s;\\n"\n\nmsgid "files"\nmsgid_plural "files"\n' "$2"
}
{
  begin fr 'nplurals=3; plural=(n==0 || n==1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2)'
  printf 'msgstr[%s] "{{count}} %s"\n' 0 fichier 1 'de fichiers' 2 fichiers
} >fr.po
{
  begin ar 'nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)'
  printf 'msgstr[%s] "{{count}} %s"\n' 0 ملفات 1 ملف 2 ملفان 3 ملفات 4 'ملفًا' 5 'ملف'
} >ar.po
for language in fr ar; do
  i18next-conv --quiet --language "$language" --source "$language.po" --target "$language.v3.json"
  i18next-conv --quiet --language "$language" --source "$language.po" --target "$language.json" --compatibilityJSON v4
done
seen=$(node -e '
const i18next = require("i18next")
const read = (name) => require(`./${name}.json`)
const count = 1_000_000
const show = async () => {
  await i18next.init({ lng: "fr", resources: { fr: { translation: read("fr") } }, showSupportNotice: false })
  console.log(...Object.keys(read("fr.v3")), "|", ...Object.keys(read("fr")), "|", Object.keys(read("ar")).length)
  console.log(new Intl.PluralRules("fr").select(count), "|", i18next.t("files", { count }))
}
show()
')
echo "$seen"
[ "$seen" = $'files files_plural | files_one files_other | 6\nmany | 1000000 fichiers' ]
