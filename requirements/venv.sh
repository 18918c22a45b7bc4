#!/bin/sh
# Makes a virtual environment at $1 that holds the pinned pip. PYTHON names the interpreter, else python3.11 or python3.
# Debian's Python comes without what makes an environment: it is installed where we may, else one sentence says what to do.
set -eu
target=$1
pins=$(dirname "$0")/pip.txt

fail() { echo "warledger: $1" >&2; exit 1; }

python=${PYTHON:-}
for name in python3.11 python3; do
    if [ -z "$python" ] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$name; fi
done
[ -n "$python" ] || fail "Python 3.11 or newer is needed; install it (Debian, Ubuntu: apt-get install python3) or name it: make PYTHON=/path/to/python3.11"

can_make_one() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

install_with_apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else return 1; fi
    echo "Python lacks the module that makes virtual environments: installing the package $1"
    $sudo apt-get install -y --no-install-recommends "$1" || { $sudo apt-get update && $sudo apt-get install -y --no-install-recommends "$1"; }
}

if ! can_make_one; then install_with_apt python3-venv >&2 || true; fi

rm -rf "$target"
if can_make_one; then
    "$python" -m venv "$target"
    "$target/bin/python" -m pip install --quiet --require-hashes --only-binary :all: -r "$pins"
elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip "$target"; then
    "$python" -m pip --python "$target/bin/python" install --quiet --require-hashes --only-binary :all: -r "$pins"
else
    fail "this Python cannot make virtual environments; install the package python3-venv (as root: apt-get install python3-venv) and try again"
fi
