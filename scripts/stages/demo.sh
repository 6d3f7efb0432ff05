# Both scenarios from end to end: two processes, two homes, and in the end one journal, byte for byte. One byte changed
# is found. Two users of one machine, neither of whom can read the other's home, hold a line.
. scripts/lib/stage.sh
homes=$(mktemp -d)
trap 'rm -rf "$homes"' EXIT
port=$((20000 + $$ % 20000))
played() { # a scenario, its port and its directory
  ./torgau demo --fast --exit --port "$2" --dir "$3" --scenario "$1" >"$3.log" 2>&1 && ended=0 || ended=$?
  cat "$3.log"
  return "$ended"
}
tallies=''
for scenario in scenarios/*.yaml; do # side by side: most of it is waiting
  last=$homes/$port
  (TALLY=$last.tally && check 0 'journals identical: yes' played "$scenario" "$port" "$last") >"$last.said" 2>&1 &
  tallies="$tallies $last.tally"
  port=$((port + 10))
done
wait
cat "$homes"/*.said
cat $tallies >>"${TALLY:-/dev/stderr}"
blue=$last/blue/journal.torgau red=$last/red/journal.torgau
check 0 'identical' ./torgau journal diff "$blue" "$red"
middle=$(($(wc -c <"$red") / 2))
was=$(od -An -tu1 -j $middle -N 1 "$red" | tr -d ' ')
printf "\\$(printf '%03o' $(((was + 1) % 256)))" | dd of="$red" bs=1 seek=$middle conv=notrunc 2>/dev/null
check 1 'TG-' ./torgau journal verify "$red"
check 1 'TG-\|differ' ./torgau journal diff "$blue" "$red"
if [ "$(id -u)" -eq 0 ]; then
  check 0 'RED received what BLUE said' scripts/apart.sh "$homes/apart"
else
  count 0 0 1
  echo "skipped: two users on one machine need root."
fi
