# The console in a real browser.
. scripts/lib/stage.sh
cd console
rm -f target/e2e.json
node_modules/.bin/playwright test && ended=0 || ended=$?
count "$(node -p 'const s = require("./target/e2e.json").stats; [s.expected, s.unexpected + s.flaky, s.skipped].join(" ")')"
exit "$ended"
