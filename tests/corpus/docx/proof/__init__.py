# SPDX-License-Identifier: MIT
"""What judges a copy: code that shares nothing with the program (zipfile, lxml, python-docx), so that it shares no mistake."""

from __future__ import annotations
