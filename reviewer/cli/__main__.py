# SPDX-License-Identifier: MIT
"""`python -m reviewer.cli`: the same program as `parvis`."""

from __future__ import annotations

import sys

from reviewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
