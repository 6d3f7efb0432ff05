# The tests of every module but those tagged `long`, and in a quick run but those tagged `slow`.
. scripts/lib/stage.sh
excluded=long
[ "${QUICK:-no}" = no ] || excluded='long | slow'
reports -T1C "-Dtorgau.tests.excluded=$excluded" package
