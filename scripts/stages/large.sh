# The console in a real browser, on homes with 100,000 entries.
. scripts/lib/stage.sh
cd console
rm -f target/e2e.json
TORGAU_ENTRIES=100000 node_modules/.bin/playwright test session walk compose traffic large && ended=0 || ended=$?
count "$(node -p 'const s = require("./target/e2e.json").stats; [s.expected, s.unexpected + s.flaky, s.skipped].join(" ")')"
exit "$ended"
