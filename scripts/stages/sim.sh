# The tests tagged `long`: whole lines in one thread, many seeds.
. scripts/lib/stage.sh
reports -Dtorgau.tests.groups=long -Dtorgau.tests.excluded= package
