#!/bin/sh
# Shows that the simulator bites: applies a patch of sim/mutants to a copy of what it changes, and runs seeds until one of
# them is violated. Ends with 0 if one was, with 1 if none was, with 2 if the patch no longer applies or compiles.
# Usage: scripts/mutant.sh PATCH [MOST_SEEDS]
set -eu
patch=$(readlink -f -- "$1")
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
. scripts/lib/sentence.sh
. scripts/lib/jdk.sh
. scripts/lib/build.sh
[ -n "${JAVA_HOME:-}" ] || find_jdk
seeds=${2:-200}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
sed -n 's|^+++ b/||p' "$patch" >"$copy/files"
[ -s "$copy/files" ] || { echo "$1 names no file" && exit 2; }
while read -r file; do
  mkdir -p "$copy/tree/$(dirname -- "$file")"
  cp "$file" "$copy/tree/$file"
done <"$copy/files"
(cd "$copy/tree" && GIT_CEILING_DIRECTORIES=$copy git apply --whitespace=nowarn "$patch") || exit 2
libraries=$sim_jar:$here/cli/target/lib/*
# shellcheck disable=SC2046 # names of our own files, without blanks
(cd "$copy/tree" && "$JAVA_HOME/bin/javac" -nowarn -proc:none -implicit:none -d "$copy/classes" -cp "$libraries" $(cat "$copy/files")) || exit 2
"$JAVA_HOME/bin/java" -cp "$copy/classes:$libraries" torgau.sim.Main --seeds "$seeds" >"$copy/log" 2>&1 && ended=0 || ended=$?
grep '^VIOLATED' "$copy/log" || tail -n 3 "$copy/log"
[ "$ended" -eq 1 ] && grep -q '^VIOLATED' "$copy/log"
