# What the README shows: two stations, each a process of its own, play a scenario and end with the same journal, file
# for file; a journal with one byte changed is refused; and all of it works where neither party can read the other's home.
. scripts/lib/stage.sh
dir=$work/demo-stage
for played in scenarios/*.yaml; do
  check 0 'journals identical: *yes' ./torgau demo --fast --exit --port 7311 --dir "$dir" --scenario "$played"
done
blue=$dir/blue/journal.torgau red=$dir/red/journal.torgau changed=$dir/changed.torgau
check 0 'genuine and whole' ./torgau journal verify "$blue"
check 0 identical ./torgau journal diff "$blue" "$red"
cp "$blue" "$changed"
middle=$(($(wc -c <"$blue") / 2))
byte=$(od -An -tu1 -j "$middle" -N 1 "$changed" | tr -d ' ')
# shellcheck disable=SC2059 # the format is the byte
printf "$(printf '\\%03o' $((byte ^ 1)))" | dd of="$changed" bs=1 seek="$middle" conv=notrunc 2>/dev/null
check 1 'TG-1' ./torgau journal verify "$changed"
check 1 'differ from byte' ./torgau journal diff "$changed" "$red"
if [ "$(id -u)" -eq 0 ]; then
  sh scripts/apart.sh "$work/apart" && count 1 0 0 || count 0 1 0
else
  echo "two users: skipped, only root can become two users" && count 0 0 1
fi
