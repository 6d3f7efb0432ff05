# The console's pages in Debian's Chromium: what an officer sees and does, in three languages, light and dark.
. scripts/lib/stage.sh
. scripts/lib/apt.sh
provide chromium chromium
cd console
rm -f target/e2e.json
node_modules/.bin/playwright test && ended=0 || ended=$?
[ ! -f target/e2e.json ] || count "$(node -e '
  const { stats } = JSON.parse(require("node:fs").readFileSync("target/e2e.json", "utf8"))
  console.log(stats.expected, stats.unexpected + stats.flaky, stats.skipped)')"
[ "$ended" -eq 0 ]
