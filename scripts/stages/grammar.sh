# Every text of the catalogue, by LanguageTool. catalogue/words/grammar.txt has what was looked at and left as it is.
. scripts/lib/stage.sh
list=$(mktemp -d)
trap 'rm -rf "$list"' EXIT
maven -q -f scripts/grammar/pom.xml dependency:build-classpath -Dmdep.outputFile="$list/path"
for pair in en:en-GB ru:ru uk:uk; do
  language=${pair%:*}
  node scripts/words.mjs "$language" >"$list/texts"
  [ -s "$list/texts" ] || { echo "no text in $language" && exit 1; }
  check 0 ', 0 findings' "$JAVA_HOME/bin/java" -cp "$(cat "$list/path")" scripts/grammar/Grammar.java "${pair#*:}" "$list/texts" catalogue/words/grammar.txt
done
