# The tests tagged `long`: the properties of the ordinary run, over many more seeds.
. scripts/lib/stage.sh
reports -T1C -Dtorgau.tests.groups=long -Dtorgau.tests.excluded= package
