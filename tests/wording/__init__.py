# SPDX-License-Identifier: MIT
"""Tests of the words that people read."""
