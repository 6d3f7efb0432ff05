# The tests of every module but those tagged `long`.
. scripts/lib/stage.sh
reports -T1C package
