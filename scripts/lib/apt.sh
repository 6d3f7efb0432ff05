# Sees to it that a program is there: installs its Debian package where that is allowed, else says what to install.

provide() { # package, one of its programs or files
  ! command -v "$2" >/dev/null && [ ! -r "$2" ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    stop 78 "needs \`$2\` for the tests; install it (Debian: apt install $1)."
  fi
  echo "torgau: installing $1 for \`$2\`" >&2
  mkdir -p "$work"
  [ -n "${apt_fresh:-}" ] || apt-get -qq update >>"$work/apt.log" 2>&1 || stop 78 "apt-get update failed; see $work/apt.log."
  apt_fresh=yes
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$1" >>"$work/apt.log" 2>&1 ||
    stop 78 "could not install $1; see $work/apt.log."
}
