# SPDX-License-Identifier: MIT
"""What the disk or the portal refuses."""

from __future__ import annotations

from reviewer.errors.base import ReviewerError


class DiskError(ReviewerError):
    """The disk did not take what was written; nothing is half there. Facts: path, detail."""

    exit_code = 50


class NoSpace(DiskError):
    """The disk is full. Facts: path."""

    exit_code = 51


class NotWritable(DiskError):
    """The folder does not let us write. Facts: path."""

    exit_code = 52


class TargetExists(DiskError):
    """The target is there already and is never overwritten. Facts: path."""

    exit_code = 53


class BrokenInstallation(DiskError):
    """A file that Parvis came with is missing or not the one it came with. Facts: file."""

    exit_code = 54


class PortalError(ReviewerError):
    """The portal or its record."""

    exit_code = 60


class RecordInvalid(PortalError):
    """The record does not fit the profile. Facts: fields (tuple of 'field: rule')."""

    exit_code = 61


class PortalRefused(PortalError):
    """The portal answered no. Facts: status, fields."""

    exit_code = 62


class PortalUnreachable(PortalError):
    """No answer from the portal. Facts: detail."""

    exit_code = 63


class TokenMissing(PortalError):
    """No portal token is kept. Facts: none."""

    exit_code = 64
