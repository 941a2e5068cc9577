# Defines install_packages: brings the Debian packages that Litgrad builds on, and those named. Sourced by build.sh and Tests/run.sh.
install_packages() {
  local wanted="libcmark-gfm-dev libcmark-gfm-extensions-dev libopenblas0 $*"
  local missing=""
  local package
  for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  local root=""
  [ "$(id -u)" -eq 0 ] || root="sudo"
  $root apt-get update -q && DEBIAN_FRONTEND=noninteractive $root apt-get install -q -y --no-install-recommends $missing
}
