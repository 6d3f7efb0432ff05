# The tests of every module but those tagged `long`.
. scripts/lib/stage.sh
reports maven -Dmaven.test.failure.ignore=false --fail-at-end package
