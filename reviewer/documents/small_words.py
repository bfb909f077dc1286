# SPDX-License-Identifier: MIT
"""Small words that make a phrase of what folds like one word, and beginnings of surnames; all folded."""

from __future__ import annotations

_ARTICLES = "a an au aux da de del des di du en et la le les of the to un une y"
ARTICLES = frozenset(_ARTICLES.split())
"""First pieces that make a phrase of a split surname: "du bois" is wood, "Du Bois" is somebody."""

ELISIONS = frozenset("cdjlmnst")
"""The same before an apostrophe: "l'heureux élu" is not L'Heureux."""

_PREFIXES = "de des di du fitz la le mac mc o saint st ste van von"
PREFIXES = frozenset(_PREFIXES.split())
"""Beginnings of surnames that carry a capital inside: "McDonald" does not hold the word "Donald"."""

_TWO_WORDS = """
always already another anybody anyhow anymore anyone anything anytime anyway anywhere backup become beforehand cannot
everybody everyday everyone everything everywhere forever however indeed inside instead into itself login maybe
meantime meanwhile moreover nobody nonetheless nothing nowhere online onto outside overall override oversee overtime
setup somebody somehow someone something sometime sometimes somewhat somewhere throughout today together tonight
update upon whatever whenever wherever whoever within without workshop
aussitot autour bientot enfin ensemble ensuite entretemps lorsque parfois partout plupart pourquoi pourtant puisque
quelque quelquefois quoique sinon surtout toujours toutefois
"""
TWO_WORDS = frozenset(_TWO_WORDS.split())
"""Everyday words that two other words make: "in to" is not a withheld "into"."""
