# The console's types and its pure parts. The build stage installed and built it.
. scripts/lib/stage.sh
cd console
check 0 '0 errors and 0 warnings' node_modules/.bin/svelte-check --fail-on-warnings --tsconfig tsconfig.json
rm -f target/unit.json
node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json=target/unit.json && ended=0 || ended=$?
[ ! -f target/unit.json ] || count "$(node -e '
  const r = JSON.parse(require("node:fs").readFileSync("target/unit.json", "utf8"))
  console.log(r.numPassedTests, r.numFailedTests, r.numPendingTests)')"
[ "$ended" -eq 0 ]
