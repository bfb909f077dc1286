# SPDX-License-Identifier: MIT
"""A release of Qt for Python lost a reference to True at each emit until the process aborted: this would notice."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal

EMITS = 20_000


class Sender(QObject):
    """Sends a flag.

    Signals:
        sent: the flag.
    """

    sent = Signal(bool)


@pytest.mark.parametrize("flag", [True, False])
def test_emitting_a_flag_costs_no_reference(*, flag: bool) -> None:
    sender, received = Sender(), []
    sender.sent.connect(received.append)
    before = sys.getrefcount(flag)
    for _ in range(EMITS):
        sender.sent.emit(flag)
        received.clear()
    # Other objects may come and go; a leak would be of the order of EMITS.
    assert abs(sys.getrefcount(flag) - before) < EMITS // 100
