# Compiles and packs every module, tests included, with every warning an error; then keeps what a first run has learnt.
. scripts/lib/stage.sh
before=$(sources)
maven -T1C -DskipTests package
stamp "$before"
count 1 0 0
rehearse >"$work/rehearsal.log" 2>&1
check 0 torgau.aot ls "$learnt"
