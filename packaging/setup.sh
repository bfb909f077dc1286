#!/bin/sh
# SPDX-License-Identifier: MIT
# Prepares what Parvis needs to run here. Quick when nothing changed.
#   setup.sh core     .venv with every locked package (needs git, make, python3)
#   setup.sh tests    what Qt needs to draw off screen, and LibreOffice, which draws pages of Word documents
#   setup.sh window   what Qt needs to open a window
#   setup.sh package  what PyInstaller needs
# As root on Debian and its kin, missing system packages are installed; otherwise it stops with the line to run.
set -eu
cd "$(dirname "$0")/.."

VENV=.venv
STAMP=$VENV/.parvis-setup
QT_OFFSCREEN="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 fonts-dejavu-core"
OCR="tesseract-ocr tesseract-ocr-fra"
OFFICE=libreoffice-writer-nogui
QT_WINDOW="$QT_OFFSCREEN libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"

say() { printf '%s\n' "parvis setup: $*" >&2; }
stop() { say "$*"; exit 1; }

# system_packages WHY NAME...: install them, or stop with the line to run.
system_packages() {
    why=$1
    shift
    if command -v apt-get >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ]; then
            say "$why: installing $*"
            apt-get update -q >/dev/null || stop "apt-get update failed; run it by hand to see why"
            DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >/dev/null ||
                stop "apt-get could not install: $*"
        else
            stop "$why. Run:  sudo apt-get update && sudo apt-get install -y $*"
        fi
    else
        stop "$why. Install what your system calls: $*"
    fi
}

# A Python that Parvis supports, tested version first. A pyenv shim without its version fails the test and is passed over.
find_python() {
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3 /usr/bin/python3; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null &&
            "$candidate" -c "$1" 2>/dev/null; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

choose_python() {
    if find_python 'import ensurepip, venv'; then
        return 0
    fi
    bare=$(find_python 'pass') || stop "Python 3.11, 3.12 or 3.13 is needed; none was found"
    # The package that holds ensurepip is named after the interpreter: python3.12-venv for a python3.12 beside the default.
    own=$("$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    case $bare in
        python3 | /usr/bin/python3) own=python3-venv ;;
    esac
    system_packages "Python's venv module is missing" "$own" >&2
    find_python 'import ensurepip, venv' || stop "Python's venv module is still missing after installing $own"
}

# The settings of the tools (from [tool.ruff] on) do not change what is installed.
digest() { { sed '/^\[tool\.ruff/q' pyproject.toml; cat requirements/*.txt packaging/setup.sh; } | cksum; }

core() {
    [ "$(uname -s)" != Linux ] || [ -w . ] || stop "this folder cannot be written to: $(pwd)"
    wanted=$(digest)
    if [ -x $VENV/bin/python ] && [ "$(cat $STAMP 2>/dev/null)" = "$wanted" ] && $VENV/bin/python -c pass; then
        return 0
    fi
    if ! $VENV/bin/python -m pip --version >/dev/null 2>&1; then
        python=$(choose_python)
        say "making $VENV with $("$python" --version 2>&1)"
        rm -rf $VENV
        "$python" -m venv $VENV
    fi
    say "installing the locked packages (about 1 GB with the language models; some minutes the first time)"
    pip="$VENV/bin/python -m pip --disable-pip-version-check install --quiet"
    $pip --require-hashes -r requirements/build.txt
    $pip --require-hashes --no-build-isolation -r requirements/dev.txt
    # setuptools warns that an editable install follows the folders here: that is what it is for.
    said=$($pip --no-deps --no-build-isolation --editable . 2>&1) || stop "$said"
    [ -x $VENV/bin/parvis ] || stop "the package could not be installed"
    digest >$STAMP
    say "ready"
}

draws_off_screen() {
    QT_QPA_PLATFORM=offscreen $VENV/bin/python -c '
import sys
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
application = QApplication([])
sys.exit(0 if QFontDatabase.families() else 3)' >/dev/null 2>&1
}

reads_pictures() {
    listed=$(tesseract --list-langs 2>/dev/null) || return 1
    printf '%s\n' "$listed" | grep -qx eng && printf '%s\n' "$listed" | grep -qx fra
}

tests() {
    core
    if ! draws_off_screen; then
        # shellcheck disable=SC2086
        system_packages "Qt's libraries for drawing off screen are missing" $QT_OFFSCREEN
        draws_off_screen || stop "Qt still cannot draw off screen; run QT_QPA_PLATFORM=offscreen $VENV/bin/python -c 'import PySide6.QtWidgets'"
    fi
    # shellcheck disable=SC2086
    reads_pictures || system_packages "tesseract, which reads the words in pictures, is missing" $OCR
    command -v soffice >/dev/null 2>&1 ||
        system_packages "LibreOffice, which draws the pages of Word documents, is missing" $OFFICE
}

window_libraries() {
    core
    [ "$(uname -s)" = Linux ] || return 0
    folder=$($VENV/bin/python -c 'import pathlib, importlib.util as u; print(pathlib.Path(u.find_spec("PySide6").origin).parent)')
    if ldd "$folder/Qt/plugins/platforms/libqxcb.so" | grep -q 'not found'; then
        # shellcheck disable=SC2086
        system_packages "Qt's libraries for a window are missing" $QT_WINDOW
    fi
}

window() {
    window_libraries
    [ "$(uname -s)" = Linux ] || return 0
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
        stop "there is no display here; use the command line (.venv/bin/parvis --help) or make demo"
    fi
}

package() {
    # With Qt's libraries: PyInstaller takes them along.
    window_libraries
    $VENV/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/package.txt
    [ "$(uname -s)" = Linux ] || return 0
    command -v objdump >/dev/null 2>&1 || system_packages "objdump is missing" binutils
    # Debian's own interpreter keeps its shared library in a package apart.
    library=$($VENV/bin/python -c 'import sys; print("libpython%d.%d" % sys.version_info[:2] if sys.base_prefix == "/usr" else "")')
    [ -z "$library" ] || ldconfig -p | grep -q "$library" || system_packages "$library is missing" "$library"
}

case ${1:-core} in
    core) core ;;
    tests) tests ;;
    window) window ;;
    package) package ;;
    *) stop "usage: packaging/setup.sh core|tests|window|package" ;;
esac
