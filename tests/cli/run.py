# SPDX-License-Identifier: MIT
"""Runs a command in this process and gives all that it said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from reviewer.cli import main


@dataclass(frozen=True)
class Said:
    """Exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document that stdout is; anything before or after it is an error."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Parvis:
    """The command line in this process."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Said:
        self.capsys.readouterr()
        code = main([str(each) for each in arguments])
        said = self.capsys.readouterr()
        return Said(code, said.out, said.err)
