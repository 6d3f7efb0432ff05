# Builds when the sources differ from those of the last good build, one build at a time, in one quiet line.
# .torgau/stamp holds two hashes: of what the build read, and of the jars that it left.

sim_jar=$here/sim/target/torgau-sim-0.1.0-SNAPSHOT.jar
jar=$here/cli/target/torgau-cli-0.1.0-SNAPSHOT.jar
work=$here/.torgau
learnt=$work/torgau.aot

maven() { # under a fixed umask: jars keep the modes of directories, and other users may have to read them
  (umask 022 && exec mvn -B -ntp "$@")
}

hash() { sha256sum | cut -d ' ' -f 1; }

sources() { # names, sizes and times of all that the build reads
  (cd "$here" && find pom.xml .mvn ./*/pom.xml ./*/src/main scripts/Codes.java docs/spec/codes.yaml i18n console \
    \( -path console/test -o -name node_modules -o -name target -o -name dist -o -name generated -o -name test-results \) -prune -o \
    -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | hash)
}

products() { # names and sizes of the jars
  (cd "$here" && find cli/target/lib "$jar" "$sim_jar" -name '*.jar' -printf '%f %s\n' 2>/dev/null | LC_ALL=C sort | hash)
}

up_to_date() {
  [ -r "$jar" ] && [ -r "$work/stamp" ] && [ "$(cat "$work/stamp")" = "$(sources) $(products)" ]
}

writable() {
  for dir in "$here" "$work" "$here"/*/target; do
    [ ! -d "$dir" ] || [ -w "$dir" ] ||
      stop 78 "must build first but may not write to $dir; build as the owner of the tree, or make it writable."
  done
  mkdir -p "$work" 2>/dev/null && { : >>"$work/lock"; } 2>/dev/null ||
    stop 78 "must build first but cannot write to $here; is the disk full or mounted read-only?"
}

node_ready() { # what Vite needs
  node -e 'const [a, b] = process.versions.node.split(".").map(Number)
    process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null && command -v npm >/dev/null ||
    stop 78 "needs Node 20.19 or newer, with npm, to build the console; install both (nodejs.org, or your distribution's packages)."
}

build() {
  writable
  command -v mvn >/dev/null || stop 78 "needs Maven 3.8 or newer to build; install it (Debian: apt install maven)."
  [ ! -e "$here/console" ] || { command -v node >/dev/null && command -v npm >/dev/null; } ||
    stop 78 "needs Node 20 or newer with npm to build the console; install them (Debian: apt install nodejs npm)."
  node_ready
  exec 9>"$work/lock"
  if [ "${TORGAU_LOCKED:-}" != "$here" ] && ! flock -n 9; then
    echo "torgau: another build is running in $here; waiting for it." >&2
    flock 9
  fi
  up_to_date || maven_build
  exec 9>&-
}

maven_build() {
  log=$work/build.log
  before=$(sources)
  started=$(date +%s)
  rm -f "$work/stamp" "$learnt"
  : >"$log"
  progress 9>&- &
  bar=$!
  trap 'kill "$bar" 2>/dev/null || :; exit 130' INT TERM
  (cd "$here" && maven -T1C -Dmaven.test.skip=true -pl cli,sim -am package) >>"$log" 2>&1 9>&- </dev/null && status=0 || status=$?
  [ "$status" -ne 0 ] || rehearse >>"$log" 2>&1 9>&- </dev/null
  kill "$bar" 2>/dev/null || :
  wait "$bar" 2>/dev/null || :
  trap - INT TERM
  [ ! -t 2 ] || printf '\r\033[K' >&2
  [ "$status" -eq 0 ] || failed
  echo "torgau: built in $(elapsed)" >&2
  stamp "$before"
}

rehearse() { # keeps what a JVM learns of the program in one short run: all that is started later starts sooner
  rm -f "$learnt"
  [ -r "$here/docs/examples/agreement.yaml" ] || return 0
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$learnt" --enable-native-access=ALL-UNNAMED -jar "$jar" rehearse || rm -f "$learnt"
}

stamp() { # the hash of the sources, taken before the build read them
  echo "$1 $(products)" >"$work/stamp"
}

elapsed() {
  seconds=$(($(date +%s) - started))
  printf '%02d:%02d' $((seconds / 60)) $((seconds % 60))
}

progress() { # one line, rewritten on a terminal; printed once elsewhere
  [ -t 2 ] || { echo "torgau: building (the first time fetches what it needs; log: $log)" >&2 && return; }
  while kill -0 $$ 2>/dev/null; do
    room=$(sed -n 's/^\[INFO\] Building torgau-\([a-z]*\) .*/\1/p' "$log" | tail -n 1)
    printf '\r\033[Kbuilding… %s … %s' "${room:-preparing}" "$(elapsed)" >&2
    sleep 1
  done
}

failed() {
  echo "torgau: the build failed; its log is $log and says:" >&2
  complaints "$log" 8 >&2
  exit 70
}

complaints() { # log, how many lines: what Maven complains of in it, each thing once, without its advice to use -X
  grep -e '^\[ERROR\]' -e '^\[WARNING\] .*\.java:\[' -e '^FAILED' "$1" |
    grep -v -e 'Help 1\]' -e 'full stack trace' -e 'e-run Maven' -e 'For more information' -e 'After correcting' \
      -e 'mvn <args>' -e '^\[ERROR\][[:space:]]*at ' -e '^\[ERROR\] *$' | awk '!seen[$0]++' | head -n "$2"
}
