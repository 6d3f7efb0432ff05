# Every Java file is as the formatter leaves it: `mvn spotless:apply` puts it right.
. scripts/lib/stage.sh
maven spotless:check
