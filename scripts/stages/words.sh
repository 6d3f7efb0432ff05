# Every text of the catalogue, by the spelling checker of its language. catalogue/words has the words that it does not know.
. scripts/lib/stage.sh
list=$(mktemp -d)
trap 'rm -rf "$list"' EXIT
for pair in en:en_GB ru:ru_RU uk:uk_UA; do
  language=${pair%:*}
  node scripts/words.mjs "$language" >"$list/texts"
  [ -s "$list/texts" ] || { echo "no text in $language" && exit 1; }
  # By name it would take the texts for a page of a manual whenever mktemp's name goes on with a digit.
  hunspell -d "${pair#*:}" -i utf-8 -l <"$list/texts" | LC_ALL=C sort -u >"$list/unknown"
  LC_ALL=C sort -u "catalogue/words/$language.txt" | LC_ALL=C comm -23 "$list/unknown" - >"$list/left"
  bad=$(wc -l <"$list/left" | tr -d ' ')
  sed "s/^/unknown word in $language, mend it or add it to catalogue\\/words\\/$language.txt: /" "$list/left"
  count $(($(wc -w <"$list/texts") - bad)) "$bad" 0
done
