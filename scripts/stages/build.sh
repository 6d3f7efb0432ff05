# Compiles and packs every module, tests included, with every warning an error.
. scripts/lib/stage.sh
before=$(sources)
maven -T1C -DskipTests package
stamp "$before"
