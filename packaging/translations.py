# SPDX-License-Identifier: MIT
"""Gather the window's texts into resources/i18n/app_{en,fr}.ts and build the .qm files; --check only compares."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
# English needs a file too, but only for its plurals.
LANGUAGES = {"en": ["-pluralonly"], "fr": []}


def _tool(name: str) -> Path:
    return Path(sysconfig.get_path("scripts")) / f"pyside6-{name}"


def _sources() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "ui").rglob("*.py"))


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def build(folder: Path) -> None:
    """Bring the .ts files of a folder up to date with the sources, and their .qm files with them."""
    for language, options in LANGUAGES.items():
        ts = folder / f"app_{language}.ts"
        # Without line numbers: moving a line is not a change of text.
        _run(
            _tool("lupdate"),
            *_sources(),
            *("-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language),
            *options,
            *("-ts", ts),
        )
        _run(_tool("lrelease"), "-silent", ts, "-qm", ts.with_suffix(".qm"))


def problems(folder: Path) -> list[str]:
    """What a person must still do in the .ts files of a folder."""
    found = []
    for language in LANGUAGES:
        # Our own file, written by lupdate: no entity or DOCTYPE of a stranger.
        root = ET.parse(folder / f"app_{language}.ts").getroot()  # noqa: S314
        for context in root.iter("context"):
            name = context.findtext("name", "")
            if "." in name:
                found.append(f"{language}: {name} is no class; a bare translate() misled lupdate")
            found.extend(
                f"{language}: {name}: not translated: {message.findtext('source', '')!r}"
                for message in context.iter("message")
                for translation in message.iter("translation")
                if translation.get("type") == "unfinished" or not "".join(translation.itertext()).strip()
            )
    return found


def stale() -> list[str]:
    """The files that would change if the texts were gathered now."""
    with tempfile.TemporaryDirectory(prefix="parvis-i18n-") as name:
        fresh = Path(name)
        for ts in I18N.glob("app_*.ts"):
            shutil.copy2(ts, fresh)
        build(fresh)
        return [
            f"out of date: {made.name}"
            for made in sorted(fresh.iterdir())
            if not (I18N / made.name).is_file() or (I18N / made.name).read_bytes() != made.read_bytes()
        ]


def main() -> int:
    """Gather and build, or only compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when something is out of date"
    )
    arguments = parser.parse_args()
    if arguments.check:
        found = stale() or problems(I18N)
    else:
        I18N.mkdir(parents=True, exist_ok=True)
        build(I18N)
        found = problems(I18N)
    print(*(found or ["translations: up to date, complete"]), sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
