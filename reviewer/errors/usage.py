# SPDX-License-Identifier: MIT
"""Calls that are not of the right form."""

from __future__ import annotations

from reviewer.errors.base import ReviewerError


class UsageError(ReviewerError):
    """The command or the call is not of the right form. Facts: detail."""

    exit_code = 2


class UnknownId(UsageError):
    """No such story, finding, problem, review … Facts: kind, id."""


class UnknownPerson(UsageError):
    """Nobody of that name. Facts: person."""


class PersonExists(UsageError):
    """Somebody of that name, or of one that reads alike, is there already. Facts: person."""


class WeakPassphrase(UsageError):
    """A passphrase too short to protect a signing key. Facts: minimum."""


class InvalidDecisions(UsageError):
    """A file of decisions is not of the documented form. Facts: path, detail."""


class InvalidRecognizer(UsageError):
    """A department's own recognizer cannot be used. Facts: path, entry, detail, what."""
