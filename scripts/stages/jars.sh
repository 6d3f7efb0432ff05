# A second build, in another place, at another time, under another time zone and locale, gives the same jars and the
# same bill of materials, which names every jar that the command runs with.
. scripts/lib/stage.sh
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
packed() {
  maven -Dmaven.test.skip=true package cyclonedx:makeAggregateBom
}
{ git ls-files -co --exclude-standard 2>/dev/null || find . -name target -prune -o -name .torgau -prune -o -type f -print; } |
  tar -cf - --ignore-failed-read -T - | tar -xmf - -C "$copy"
[ ! -d console/node_modules ] || cp -a console/node_modules "$copy/console/"
(cd "$copy" && export TZ=Asia/Kamchatka LC_ALL=C && packed)
packed
for made in ./*/target/torgau-*.jar target/bom.json; do
  case $made in *-tests.jar) continue ;; esac # has tests here, and none there
  check 0 '^$' cmp "$made" "$copy/$made"
done
for file in cli/target/lib/*.jar; do
  check 0 . grep -F "$(basename "$file" .jar | sed 's/-\([0-9]\)/@\1/')" target/bom.json
done
