# SPDX-License-Identifier: MIT
"""Reading Word documents (DOCX): every place where text hides becomes a story, a question or a refusal."""

from __future__ import annotations
