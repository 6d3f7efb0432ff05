# Finds a JDK that is new enough and exports JAVA_HOME: TORGAU_JAVA_HOME, JAVA_HOME, PATH, then the usual folders.
# Error Prone runs inside Maven's own JVM, so Maven and the program both use this one.

need=25

feature() { # prints the feature version of the JDK in directory $1, or nothing
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'
  fi
}

consider() { # sets $found if directory $1 holds a JDK that will do, else remembers what it holds
  [ -x "$1/bin/java" ] || return 0
  version=$(feature "$1") || version=
  if [ "${version:-0}" -lt "$need" ]; then
    seen="$seen${seen:+,} $1 (${version:-unknown})"
  elif [ -x "$1/bin/javac" ]; then
    found=$1
  else
    seen="$seen${seen:+,} $1 ($version, but without a compiler)"
  fi
}

find_jdk() {
  found='' seen=''
  for dir in "${TORGAU_JAVA_HOME:-}" "${JAVA_HOME:-}" "$(java_on_path)" \
    /usr/lib/jvm/* /opt/*jdk* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    [ -z "$dir" ] || consider "$dir"
    [ -z "$found" ] || break
  done
  [ -n "$found" ] || stop 78 "needs a JDK $need or newer and found${seen:+ only}${seen:- none};" \
    "install one (for example Temurin $need) or set TORGAU_JAVA_HOME to its directory."
  JAVA_HOME=$found
  export JAVA_HOME
}

java_on_path() { # the directory of the JDK whose java is first on the PATH
  at=$(command -v java) && dirname -- "$(dirname -- "$(readlink -f -- "$at")")" || :
}
