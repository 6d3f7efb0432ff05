# The launcher's sentences, each on a small tree with a `mvn` of its own, and the refusals of the code generator.
. scripts/lib/stage.sh

yard=$(mktemp -d)
trap 'rm -rf "$yard"' EXIT
real=$jar

tree() { # a fresh tree named $1: the launcher, a source, and a `mvn` that copies the real jars; $2 is more for that mvn
  mkdir -p "$yard/$1/scripts" "$yard/$1/cli/src/main" "$yard/$1/bin"
  cp torgau "$yard/$1/"
  cp -r scripts/lib "$yard/$1/scripts/"
  echo one >"$yard/$1/pom.xml"
  cat >"$yard/$1/bin/mvn" <<E2
#!/bin/sh
echo '[INFO] Building torgau-journal 0.1.0-SNAPSHOT'
echo run >>"$yard/$1/runs"
${2:-:}
mkdir -p cli/target sim/target && cp -r "${real%/*}/lib" "$real" cli/target/ && cp "$sim_jar" sim/target/
E2
  chmod +x "$yard/$1/bin/mvn"
}

launch() { # tree, arguments
  at=$yard/$1 && shift
  PATH="$at/bin:$PATH" "$at/torgau" "$@"
}

runs() { # prints how often the tree's mvn ran
  wc -l <"$yard/$1/runs" | tr -d ' '
}

jdk() { # prints a directory that says it is a JDK of version $1
  mkdir -p "$yard/jdk$1/bin"
  echo "JAVA_VERSION=\"$1.0.1\"" >"$yard/jdk$1/release"
  printf '#!/bin/sh\n' | tee "$yard/jdk$1/bin/java" >"$yard/jdk$1/bin/javac"
  chmod +x "$yard/jdk$1/bin/java" "$yard/jdk$1/bin/javac"
  echo "$yard/jdk$1"
}

# what is up to date is not built again; what was left half built is
tree plain
check 0 'built in' launch plain --version
check 0 '^torgau 0' launch plain --version
check 0 '^1$' runs plain
rm "$yard"/plain/cli/target/lib/picocli*.jar
check 0 'built in' launch plain --version
echo two-lines >>"$yard/plain/pom.xml"
check 0 'built in' launch plain --version
check 0 '^3$' runs plain

# two at once: one builds, the other waits and does not build again
tree twice 'sleep 2'
(launch twice --version >/dev/null 2>&1 &)
sleep 1
check 0 'another build is running' launch twice --version
check 0 '^1$' runs twice

# a build that fails says why, and leaves nothing that looks built
tree fails 'echo "[ERROR] /x/Entry.java:[9,9] [NullAway] no"; exit 1'
check 70 'Entry.java:\[9,9\] \[NullAway\] no' launch fails --version
check 70 'the build failed; its log is' launch fails --version

# what is missing
without_maven() {
  mkdir -p "$yard/few"
  for program in sh readlink dirname sed find sort sha256sum cut cat mkdir flock; do
    ln -sf "$(command -v $program)" "$yard/few/$program"
  done
  PATH=$yard/few "$yard/$1/torgau" --version
}
tree bare
check 78 'needs Maven 3.8 or newer' without_maven bare

only_old() { # no folder of this machine is looked in
  sed -i 's#^    /usr/lib/jvm.*; do#    "$@"; do#' "$yard/bare/scripts/lib/jdk.sh"
  TORGAU_JAVA_HOME='' JAVA_HOME=$(jdk 17) PATH="$(jdk 21)/bin:$PATH" "$yard/bare/torgau" --version
}
check 78 'needs a JDK 25 or newer and found only .*jdk17 (17), .*jdk21 (21); install one' only_old
newer_first() {
  TORGAU_JAVA_HOME=$(jdk 26) JAVA_HOME=$(jdk 17) "$yard/plain/torgau" --which-java
}
check 0 '/jdk26$' newer_first
skips_nowhere() {
  TORGAU_JAVA_HOME=$yard/nowhere JAVA_HOME=$(jdk 25) "$yard/plain/torgau" --which-java
}
check 0 '/jdk25$' skips_nowhere

# a tree that one may read but not write
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
  chmod 755 "$yard"
  as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups env PATH="$yard/$1/bin:$PATH" HOME=/ "$yard/$1/torgau" --version; }
  check 0 '^torgau 0' as_nobody plain
  tree closed
  check 78 'may not write to' as_nobody closed
  provides() {
    setpriv --reuid=65534 --regid=65534 --clear-groups sh -c '. scripts/lib/sentence.sh; . scripts/lib/apt.sh; provide a-package a-program'
  }
  check 78 'needs `a-program` for the tests; install it (Debian: apt install a-package)' provides
else
  echo 'skipped: the tree of another user, which only root can set up'
  count 0 0 3
fi

# the code generator
count "$("$JAVA_HOME/bin/java" scripts/CodesTest.java)"
