# SPDX-License-Identifier: MIT
"""Copies, seals and releases that could not be proved."""

from __future__ import annotations

from reviewer.errors.base import ReviewerError


class GateError(ReviewerError):
    """A copy could not be proved clean; it was not written."""

    exit_code = 30


class LeakFound(GateError):
    """Something withheld is still in the bytes. Facts: places (tuple), count."""


class GateFailed(GateError):
    """The verifier crashed or could not read the copy. Facts: detail."""

    exit_code = 31


class GateTimeout(GateError):
    """The verifier took too long. Facts: seconds."""

    exit_code = 32


class UnsafeStructure(GateError):
    """The copy holds a part, key or action that no cleaned copy may hold. Facts: places (tuple)."""

    exit_code = 33


class SealBroken(GateError):
    """What was signed is not what is there. Facts: review, detail."""

    exit_code = 34


class SignatureInvalid(GateError):
    """The signature does not fit the content or the signer. Facts: path, detail."""

    exit_code = 35


class ReleaseAltered(GateError):
    """A release folder is not the one that was signed. Facts: path, files (tuple of names and what is wrong)."""

    exit_code = 36


class CannotRedact(GateError):
    """The writer cannot remove a passage safely. Facts: story, page, detail."""

    exit_code = 37
