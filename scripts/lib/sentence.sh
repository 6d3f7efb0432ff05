# One sentence to the user, and the end.

stop() { # exit code, sentence
  code=$1 && shift
  printf 'torgau: %s\n' "$*" >&2
  exit "$code"
}
