# The bill of materials is written, is the same when written again, and names every jar that the command runs with.
. scripts/lib/stage.sh
bom() {
  maven -Dmaven.test.skip=true package cyclonedx:makeAggregateBom
}
bom
first=$(hash <target/bom.json)
bom
check 0 "^$first$" hash <target/bom.json
for file in cli/target/lib/*.jar; do
  check 0 . grep -F "$(basename "$file" .jar | sed 's/-\([0-9]\)/@\1/')" target/bom.json
done
