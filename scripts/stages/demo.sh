# Both scenarios from end to end: two processes, two homes, and in the end one journal, byte for byte.
. scripts/lib/stage.sh
homes=$(mktemp -d)
trap 'rm -rf "$homes"' EXIT
port=$((20000 + $$ % 20000))
for scenario in scenarios/*.yaml; do
  check 0 'journals identical: yes' ./torgau demo --fast --exit --port $port --dir "$homes/$port" --scenario "$scenario"
  port=$((port + 10))
done
