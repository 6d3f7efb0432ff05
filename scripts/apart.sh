#!/bin/sh
# Two parties as two users of one machine: neither can read the other's home, and the line works. Needs root.
# `scripts/apart.sh DIR`; DIR is emptied. The ceremony passes card, draft and signature through DIR/shared, nothing else.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$here/scripts/lib/sentence.sh"
. "$here/scripts/lib/jdk.sh"
. "$here/scripts/lib/build.sh"
[ "$(id -u)" -eq 0 ] || stop 77 "needs root to become two users."
[ -n "${JAVA_HOME:-}" ] || find_jdk
dir=$1 blue_id=61001 red_id=61002
rm -rf "$dir"
mkdir -p "$dir"
lib=$(mktemp -d) # where both users can read the program, wherever the tree is
pids=''
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || :; done; wait; rm -rf "$lib"' EXIT
cp "$jar" "$(dirname "$jar")"/lib/*.jar "$lib/"
cp docs/examples/agreement.yaml "$lib/agreement.yaml"
chmod -R a+rX "$lib"
top=$(mktemp -d) && chmod 755 "$top"
trap 'for pid in $pids; do kill "$pid" 2>/dev/null || :; done; wait; rm -rf "$lib" "$top"' EXIT
mkdir -m 777 "$top/shared"
for party in blue red; do
  mkdir -m 700 "$top/$party"
  eval chown "\$${party}_id:\$${party}_id" "$top/$party"
done

as() { # party, words of torgau
  who=$1 && shift
  eval id="\$${who}_id"
  # shellcheck disable=SC2154 # id comes of the eval
  ${how:-} setpriv --reuid "$id" --regid "$id" --clear-groups env HOME="$top/$who" TMPDIR=/tmp \
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$lib/*" torgau.cli.Main "$@"
}

begin() { # party, code, language, console port, line port, other's station, other's line port
  setpriv --reuid "$(eval echo "\$${1}_id")" --regid "$(eval echo "\$${1}_id")" --clear-groups \
    sh -c "umask 077 && head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n' >$top/$1/pass && echo >>$top/$1/pass"
  as "$1" init "$top/$1/home" --party "$2" --station "$2-OPS" --lang "$3" --root "$top/$1/root" \
    --console-port "$4" --listen "127.0.0.1:$5" --peer "$6=127.0.0.1:$7" \
    --passphrase-file "$top/$1/pass" --root-passphrase-file "$top/$1/pass" >"$dir/$1.log"
  as "$1" card "$top/$1/home" >/dev/null
  setpriv --reuid "$(eval echo "\$${1}_id")" --regid "$(eval echo "\$${1}_id")" --clear-groups \
    sh -c "cp $top/$1/home/card.torgau $top/shared/$1-card.torgau && chmod 644 $top/shared/$1-card.torgau"
}

sign() { # party, the other, who reads the fingerprint of the line from its own screen
  heard=$(as "$2" agreement show "$top/shared/draft.torgau" --json | sed -n 's/.*"fingerprint":"\([0-9 ]*\)".*/\1/p')
  as "$1" agreement sign "$top/$1/home" "$top/shared/draft.torgau" --root "$top/$1/root" \
    --fingerprint "$heard" --root-passphrase-file "$top/$1/pass" --out "$top/shared/$1-signature.torgau" >>"$dir/$1.log"
  chmod 644 "$top/shared/$1-signature.torgau"
}

start() {
  # In place of the shell, so that the number is that of the station and not of a shell that would leave it behind.
  (how=exec && as "$1" run "$top/$1/home" --passphrase-file "$top/$1/pass") >>"$dir/$1.log" 2>&1 &
  pids="$pids $!"
}

begin blue BLUE en 7331 7431 RED-OPS 7432
begin red RED ru 7332 7432 BLUE-OPS 7431
as blue agreement draft "$lib/agreement.yaml" "$top/shared/blue-card.torgau" "$top/shared/red-card.torgau" \
  --out "$top/shared/draft.torgau" >>"$dir/blue.log"
chmod 644 "$top/shared/draft.torgau"
sign blue red
sign red blue
for party in blue red; do
  as $party agreement adopt "$top/$party/home" "$top/shared/draft.torgau" \
    "$top/shared/blue-signature.torgau" "$top/shared/red-signature.torgau" >>"$dir/$party.log"
done
! setpriv --reuid $blue_id --regid $blue_id --clear-groups ls "$top/red/home" >/dev/null 2>&1 ||
  stop 1 "BLUE's user can read RED's home."
start blue
start red
tries=0
until as blue say --home "$top/blue/home" --class SERVICE --precedence FLASH --wait received --timeout 20 "Can you read me?" >>"$dir/blue.log" 2>&1; do
  tries=$((tries + 1))
  [ $tries -lt 20 ] || stop 1 "BLUE's message was not received by RED; see $dir."
  sleep 1
done
as red inbox --home "$top/red/home" | grep -q 'Can you read me?' || stop 1 "RED's inbox does not show what BLUE said; see $dir."
echo "two users: BLUE could not read RED's home, and RED received what BLUE said."
