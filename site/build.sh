#!/usr/bin/env bash
# Installs what is missing, builds the release binary, runs the notebooks and writes site/public; prints the index page's address.
set -eu
cd "$(dirname "$0")/.."
. site/packages.sh
install_packages
swift build -c release --product litgrad --jobs "$(nproc)"
exec .build/release/litgrad build
