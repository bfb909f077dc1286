# SPDX-License-Identifier: MIT
"""The core of Parvis: everything from a draft to a signed release, without any window toolkit."""

from __future__ import annotations

import os

__version__ = "0.1.0"

# Said before anything loads NumPy: the matrices here are small, and threads would mostly wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
