#!/bin/sh
# Finds or installs the browser that the tests of the page need: Debian's chromium. Where it cannot be had, those tests are skipped.
set -eu

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
skipped="warledger: no chromium here; the tests of the page in a real browser are skipped"
if ! command -v apt-get >/dev/null 2>&1; then echo "$skipped" >&2; exit 0; fi
if [ "$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else echo "$skipped (apt-get install chromium)" >&2; exit 0; fi
echo "installing chromium for the tests of the page"
install() { DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; }
install || { $sudo apt-get update -qq && install; } || echo "$skipped" >&2
