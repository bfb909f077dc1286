# SPDX-License-Identifier: MIT
"""Mailboxes and telephones: whose they are decides, not their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reviewer.detection import institutions, recognizer
from reviewer.detection.candidate import Candidate
from reviewer.detection.namewords import TOKEN, fold
from reviewer.detection.reading import Reading
from reviewer.model.finding import Role

_CAPITALISED = re.compile(TOKEN)
_PUBLIC_LINE = re.compile(
    r"\b(?:public (?:line|number|enquir\w+)|(?:enquir\w+|inquir\w+) (?:line|desk)|toll[- ]free|sans frais|help ?(?:line|desk)|hot ?line|bureau d'information|information du public|information line|info(?:rmation)? number|press (?:office|room)|media (?:line|relations|calls|enquir\w+)"
    r"|switchboard|general enquir\w+|service desk|emergency line|ligne (?:d'\w+|info\w*|publique|sans frais|de \w+)|renseignements(?: généraux| publics)?|médias|relations (?:avec les )?médias|bureau de service"
    r"|standard (?:téléphonique)?|service à la clientèle)\b[^.;\t\n]{0,40}$",
    re.IGNORECASE,
)


class EmailRule:
    """A person's mailbox, at work or at home; a service's is let go."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every mailbox, those of services marked public."""
        surnames: frozenset[str] | None = None
        for item in recognizer.by_id()["email"].find(reading):
            if surnames is None:
                surnames = frozenset(fold(match.group()) for match in _CAPITALISED.finditer(reading.text))
            address = reading.text[item.start : item.end]
            if institutions.is_generic_mailbox(address, surnames):
                yield replace(item, role=Role.PUBLIC)
            elif institutions.is_federal(address.partition("@")[2]):
                yield replace(item, role=Role.OFFICIAL)
            else:
                yield replace(item, role=Role.PRIVATE)


class PhoneRule:
    """A telephone; the line of a service is let go."""

    def find(self, reading: Reading) -> Iterator[Candidate]:
        """Every number, those of services marked public."""
        for item in recognizer.by_id()["phone"].find(reading):
            before = reading.before(item.start, 90)
            mailbox = re.search(r"([\w.%+'-]{1,64}@[\w.-]{3,80})[,; (]{0,3}$", before)
            public = _PUBLIC_LINE.search(before) or (
                mailbox and institutions.is_generic_mailbox(mailbox.group(1))
            )
            yield replace(item, role=Role.PUBLIC) if public else item
