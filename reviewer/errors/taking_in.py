# SPDX-License-Identifier: MIT
"""Files that cannot be taken in, and pages that cannot be drawn."""

from __future__ import annotations

from reviewer.errors.base import ReviewerError


class InputError(ReviewerError):
    """A file cannot be taken in. Facts of the family: path."""

    exit_code = 10


class UnreadableFile(InputError):
    """The system does not let us read it. Facts: path, detail."""


class EmptyFile(InputError):
    """No byte, no page or no text in it. Facts: path."""

    exit_code = 11


class DamagedFile(InputError):
    """Truncated or not of the form its first bytes promise. Facts: path, detail."""

    exit_code = 12


class EncryptedFile(InputError):
    """A password or rights management keeps it closed. Facts: path."""

    exit_code = 13


class UnsupportedFormat(InputError):
    """A format that is known but not yet read, or not known. Facts: path, format."""

    exit_code = 14


class LimitExceeded(InputError):
    """Larger than a safe reader accepts. Facts: path, limit (its name), value, maximum."""

    exit_code = 15


class HostileContent(InputError):
    """DOCTYPE, entities, cycles: content made to harm a reader. Facts: path, detail, place."""

    exit_code = 16


class UnsupportedContent(InputError):
    """Text-bearing content that no writer treats safely yet. Facts: path, content, place."""

    exit_code = 17


class MarkedTooHigh(InputError):
    """The header bears a marking this program must not take in. Facts: path, marking, contact."""

    exit_code = 18


class SourceChanged(InputError):
    """The file is no longer the one that was opened. Facts: path."""

    exit_code = 19


class OfficeError(ReviewerError):
    """The pages of a Word document cannot be drawn. The text view needs no pages."""

    exit_code = 10


class OfficeMissing(OfficeError):
    """LibreOffice, which draws the pages, is not on this machine."""


class OfficeFailed(OfficeError):
    """LibreOffice could not draw the document. Facts: detail."""


class OfficeTimeout(OfficeError):
    """LibreOffice took too long and was stopped. Facts: seconds."""
