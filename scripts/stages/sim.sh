# Whole lines in one thread, each from one seed: safety at every step, and convergence in the end. Then the same without
# what keeps a line going: each file of sim/mutants takes one thing out of the production code, and a seed must tell.
. scripts/lib/stage.sh
seeds=300
./torgau sim --seeds "$seeds" --keep-going >"$work/sim.log" 2>&1 && ended=0 || ended=$?
cat "$work/sim.log"
bad=$(grep -c '^VIOLATED' "$work/sim.log" || :)
[ "$ended" -eq 0 ] || [ "$bad" -gt 0 ] || exit "$ended"
count $((seeds - bad)) "$bad" 0
for mutant in sim/mutants/*.patch; do
  check 0 '^VIOLATED' scripts/mutant.sh "$mutant"
done
