# A second build, in another place, at another time, under another time zone and locale, gives the same jars.
. scripts/lib/stage.sh
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
{ git ls-files -co --exclude-standard 2>/dev/null || find . -name target -prune -o -name .torgau -prune -o -type f -print; } |
  tar -cf - --ignore-failed-read -T - | tar -xmf - -C "$copy"
[ ! -d console/node_modules ] || cp -a console/node_modules "$copy/console/"
(cd "$copy" && export TZ=Asia/Kamchatka LC_ALL=C && maven -Dmaven.test.skip=true package)
for made in ./*/target/torgau-*.jar; do
  case $made in *-tests.jar) continue ;; esac # has tests here, and none there
  check 0 '^$' cmp "$made" "$copy/$made"
done
