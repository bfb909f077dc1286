# SPDX-License-Identifier: MIT
"""Where a passphrase comes from: a file descriptor for scripts, the person's keyboard otherwise; never an argument."""

from __future__ import annotations

import getpass
import os
import sys

from reviewer.cli.output import Speaker
from reviewer.cli.words import phrase
from reviewer.errors import UsageError

_LONGEST = 4096


def read_secret(speaker: Speaker, descriptor: int | None, key: str) -> str:
    """One line from a descriptor, or typed without echo. Raises UsageError when neither is possible."""
    if descriptor is not None:
        try:
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                line = stream.readline(_LONGEST)
            return line.decode("utf-8", errors="strict").rstrip("\r\n")
        except (OSError, ValueError) as error:
            raise UsageError(detail="passphrase_fd") from error
    if not sys.stdin.isatty():
        raise UsageError(detail="passphrase_fd")
    return getpass.getpass(phrase(key, speaker.language))
