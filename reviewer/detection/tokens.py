# SPDX-License-Identifier: MIT
"""The tokens of a spaCy model, read from its own files: the same tokens in a tenth of the time to load.

`spacy.load` compiles a French pattern of a million and a half signs, one class of letters three hundred times over; here its
alternatives share their classes. Attributes of words that the name recognizers never ask for are not computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_BIG_CLASS = re.compile(r"(\[[^\]]{200,}\])")
"""A class of letters as spaCy writes them: every range of every alphabet."""


def tokenizer(folder: Path, language: str) -> Tokenizer:
    """The tokenizer of the model in a folder."""
    import srsly
    from spacy.attrs import IS_SPACE, LANG, NORM, PREFIX, SHAPE, SUFFIX
    from spacy.language import BaseDefaults
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import create_vocab

    vocab: Any = create_vocab(language, BaseDefaults)  # compiled: its stub knows half of it
    vocab.from_disk(folder / "vocab", exclude=["strings", "vectors"])
    asked = {NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE, LANG}
    vocab.lex_attr_getters = {key: get for key, get in vocab.lex_attr_getters.items() if key in asked}
    stored: Mapping[str, Any] = srsly.read_msgpack(folder / "tokenizer")
    return Tokenizer(
        vocab,
        rules=stored["exceptions"],
        prefix_search=re.compile(stored["prefix_search"]).search,
        suffix_search=re.compile(stored["suffix_search"]).search,
        infix_finditer=re.compile(stored["infix_finditer"]).finditer,
        token_match=_whole(stored["token_match"]),
        url_match=re.compile(stored["url_match"]).match,
        faster_heuristics=stored["faster_heuristics"],
    )


def _whole(pattern: str | None) -> Callable[[str], re.Match[str] | None] | None:
    return re.compile(shared(pattern)).match if pattern else None


def shared(pattern: str) -> str:
    """A pattern of anchored alternatives with those put together that differ in one small piece: it matches the same words.

    `(?:^a[…]+$)|(?:^b[…]+$)` becomes `(?:^(?:a|b)[…]+$)`. Only whether it matches counts, never which alternative did.
    """
    flags, _, rest = pattern.partition(")")
    families: dict[tuple[str, ...], list[str]] = {}
    for alternative in rest[len("(?:^") : -len("$)")].split("$)|(?:^"):
        head, *others = _BIG_CLASS.split(alternative)
        # A class at the very start belongs to the frame; what stands between the classes then tells them apart.
        if head or len(others) < 3:
            families.setdefault(("", *others), []).append(head)
        else:
            families.setdefault((others[0] + _sign(others[1]), *others[2:]), []).append(others[1][1:])
    return f"{flags})" + "|".join(
        f"(?:^{frame[0]}(?:{'|'.join(pieces)}){''.join(frame[1:])}$)" for frame, pieces in families.items()
    )


def _sign(text: str) -> str:
    """The sign of repetition after a class."""
    return text[:1]
