# SPDX-License-Identifier: MIT
"""The seven steps of a document, one module each, from open to publish."""

from __future__ import annotations
