# For the files of scripts/stages: where things are, and how a stage counts what it checked.
# A stage that counts nothing counts as one check, which its exit code decides.

set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$here"
. scripts/lib/sentence.sh
. scripts/lib/jdk.sh
. scripts/lib/build.sh
[ -n "${JAVA_HOME:-}" ] || find_jdk

count() { # passed, failed, skipped
  echo "$*" >>"${TALLY:-/dev/stderr}"
}

reports() { # runs Maven to the end, whatever tests fail on the way, and counts what surefire reports
  rm -rf ./*/target/surefire-reports
  maven -Dmaven.test.failure.ignore=true "$@" && ended=0 || ended=$? # a JVM that dies is not ignored
  counted=$(find ./*/target/surefire-reports -name 'TEST-*.xml' -exec sed -n 's/^<testsuite /&/p' {} + 2>/dev/null |
    awk 'function n(key) { return match($0, " " key "=\"[0-9]+") ? substr($0, RSTART + length(key) + 3, RLENGTH - length(key) - 3) : 0 }
      { tests += n("tests"); bad += n("errors") + n("failures"); skipped += n("skipped") }
      END { print tests - bad - skipped, bad + 0, skipped + 0 }')
  count "$counted"
  return "$ended"
}

check() { # exit code, a pattern that the output must hold, then the command: one check, by its words
  want=$1 pattern=$2
  shift 2
  output=$("$@" 2>&1) && code=0 || code=$?
  if [ "$code" -eq "$want" ] && printf '%s\n' "$output" | grep -q -e "$pattern"; then
    count 1 0 0
  else
    count 0 1 0
    printf 'FAILED: %s\n  ended with %s instead of %s, or did not say "%s" but:\n%s\n' "$*" "$code" "$want" "$pattern" "$output"
  fi
}
