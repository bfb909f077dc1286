# SPDX-License-Identifier: MIT
"""The sentence model tells what torch told of the same weights, and refuses weights that are not its own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from reviewer import paths
from reviewer.detection import sentencemodel
from reviewer.detection.engine import Engine
from reviewer.detection.pieces import UNKNOWN, Pieces
from reviewer.detection.sentencemodel import SentenceModel
from reviewer.errors import BrokenInstallation
from reviewer.model.document import Document, Format, Story, StoryKind
from reviewer.model.finding import Category, EvidenceKind, Finding

CASES = json.loads((Path(__file__).parent / "sentence_model.json").read_text(encoding="utf-8"))
"""Sentences with the shares above .05 that torch gave them before the weights were made small."""
INDIRECT = "Personne ne veut plus travailler avec lui."
"""No cue of our lists is in it, and the weights doubt."""


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    return sentencemodel.model()


def _told(engine: Engine, text: str) -> tuple[Finding, ...]:
    return engine.detect(Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_it_tells_what_torch_told(model: SentenceModel, case: dict[str, object]) -> None:
    shares = dict(zip(model.classes, model.judge([(str(case["before"]), str(case["text"]))])[0], strict=True))
    told = case["shares"]
    assert isinstance(told, dict)
    for name, share in told.items():
        assert abs(float(shares[name]) - share) < 0.04


def test_a_sentence_is_judged_the_same_in_any_company(model: SentenceModel) -> None:
    pairs = [(case["before"], case["text"]) for case in CASES]
    together = model.judge(pairs)
    alone = np.concatenate([model.judge([pair]) for pair in pairs])
    assert np.abs(together - alone).max() < 1e-4
    assert np.abs(together.sum(axis=1) - 1).max() < 1e-4


@pytest.mark.parametrize("text", ["", " ", "\u2603" * 400, "a" * 5_000, "é\u0301" * 90, "ᐊᑭᓕᖓᓂ"])
def test_any_text_has_shares(model: SentenceModel, text: str) -> None:
    assert np.isfinite(model.judge([("", text), (text, "One more.")])).all()


def test_words_are_cut_in_the_likeliest_way() -> None:
    pieces = Pieces(
        ["<s>", "<pad>", "</s>", "<unk>", "\u2581a", "\u2581ab", "b", "c"], [0, 0, 0, 0, -1, -1.5, -1, -2]
    )
    assert pieces.rows("ab  abc") == [5, 5, 7]
    assert pieces.rows("aΩ") == [4, UNKNOWN]
    assert pieces.rows("") == []


def test_what_is_told_without_our_words_is_found_and_says_by_what(engine: Engine) -> None:
    found = [each for each in _told(engine, INDIRECT) if each.is_passage]
    assert [each.category for each in found] == [Category.OPINION_ABOUT_PERSON]
    assert any(
        source.kind is EvidenceKind.MODEL and source.detail.startswith("parvis-sentences")
        for each in found
        for source in each.sources
    )


def test_rules_alone_never_ask_it(rules_only: Engine) -> None:
    found = _told(rules_only, INDIRECT)
    assert all(source.kind is not EvidenceKind.MODEL for each in found for source in each.sources)


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_weights_that_are_not_its_own_are_refused(tmp_path: Path, harm: str) -> None:
    folder = shutil.copytree(paths.resource("models"), tmp_path / "models")
    weights = folder / "sentences.npz"
    if harm == "gone":
        weights.unlink()
    else:
        content = weights.read_bytes()
        weights.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(BrokenInstallation) as refused:
        sentencemodel.model(folder)
    assert refused.value.facts["file"] == "sentences.npz"
