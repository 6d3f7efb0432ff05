# The console's types and its unit tests.
. scripts/lib/stage.sh
cd console
check 0 '' npm run -s check
rm -f target/unit.json
node_modules/.bin/vitest run --reporter=default --reporter=json --outputFile.json=target/unit.json && ended=0 || ended=$?
count "$(node -p 'const r = require("./target/unit.json"); [r.numPassedTests, r.numFailedTests, r.numPendingTests].join(" ")')"
exit "$ended"
