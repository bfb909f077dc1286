# SPDX-License-Identifier: MIT
"""What an error says: its facts in words, in both languages, and nothing that cannot be shown."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from reviewer import paths, redaction
from reviewer.documents import limits
from reviewer.documents.docx import objects
from reviewer.errors import (
    CannotRedact,
    ChecklistIncomplete,
    GateFailed,
    InvalidDecision,
    KeyFileUnsafe,
    LeakFound,
    LimitExceeded,
    NotReady,
    RecordInvalid,
    ReleaseAltered,
    ReviewerError,
    SignatureInvalid,
    UnansweredProblem,
    UnknownId,
    UnreadableFile,
    UnsafeStructure,
    UnsupportedContent,
    WrongRole,
    WrongState,
)
from reviewer.model.document import ENCODINGS, Choice, Language, ProblemKind
from reviewer.model.review import PersonRole, State
from reviewer.signoff.checklist import items
from reviewer.signoff.policy import BlockerKind
from reviewer.signoff.rulings import Fault
from reviewer.workflow.words import clean, of_blocker, of_code, of_loss, of_place, of_problem, say

NBSP = "\u00a0"

CASES = [
    (
        NotReady(blockers=("undecided:3", "unseen_page:1")),
        "3 passages to decide, 1 page to mark as read",
        "3 passages à décider, 1 page à marquer comme lue",
    ),
    (NotReady(blockers=("in_consultation",)), "1 passage in consultation", "1 passage en consultation"),
    (
        WrongState(review="r1", state=State.PREPARED, needed=State.SIGNED),
        "“ready to sign”",
        f"«{NBSP}prêt à signer{NBSP}»",
    ),
    (
        WrongRole(person="A", role="auditor", needed="author, officer"),
        "author or privacy officer",
        "auteur ou agent de protection de la vie privée",
    ),
    (
        WrongRole(person="A", role=PersonRole.AUDITOR, needed="officer"),
        "role: auditor.",
        f"suivant{NBSP}: vérificateur.",
    ),
    (
        LimitExceeded(path=Path("a.docx"), limit="zip_ratio", value=900, maximum=200),
        "rate of compression: 900",
        f"taux de compression{NBSP}: 900",
    ),
    (
        LimitExceeded(path=Path("a.pdf"), limit="page_glyphs", value=None, maximum=5),
        "page: –",
        f"page{NBSP}: –",
    ),
    (
        InvalidDecision(detail="override_needs_note"),
        "another person's decision needs a note",
        "modifier la décision d’une autre personne exige une note",
    ),
    (
        SignatureInvalid(path=Path("r"), detail="no signature"),
        "(there is no signature)",
        "(il n’y a aucune signature)",
    ),
    (
        SignatureInvalid(path=Path("r"), detail="form"),
        "(the form of the signature file)",
        "(la forme du fichier de signature)",
    ),
    (
        KeyFileUnsafe(path=Path("k"), detail="form"),
        "(not 64 hex digits)",
        "(ce ne sont pas 64 chiffres hexadécimaux)",
    ),
    (GateFailed(detail="unreadable: page:2"), "(cannot be read, page 2)", "(illisible, page 2)"),
    (LeakFound(places=("body", "header:2")), "(body, header 2)", "(corps du texte, en-tête 2)"),
    (LeakFound(places=("page:2:pixels",)), "(page 2 as it is shown)", "(page 2 à l’affichage)"),
    (
        LeakFound(places=("page:1:object:14:Image:pixels", "object:9:Form")),
        "(page 1, object 14 (picture) as it is shown, object 9 (drawing))",
        "(page 1, objet 14 (image) à l’affichage, objet 9 (dessin))",
    ),
    (UnsafeStructure(places=("word/vbaProject.bin",)), "(word/vbaProject.bin)", "(word/vbaProject.bin)"),
    (
        CannotRedact(story=None, page=None, detail="structure"),
        "(the copy cannot be put together; whole document)",
        "(la copie ne peut pas être assemblée; document entier)",
    ),
    (
        ReleaseAltered(path=Path("r"), files=("data/a: b.pdf: added", "x")),
        "data/a: b.pdf (added), x.",
        "data/a: b.pdf (ajouté), x.",
    ),
    (
        RecordInvalid(fields=("title_translated.fr: required",)),
        "title_translated.fr – This field is required",
        "title_translated.fr – Ce champ est obligatoire",
    ),
    (
        RecordInvalid(fields=("record: ValueError", "type")),
        "record: ValueError; type.",
        "record: ValueError; type.",
    ),
    (
        UnansweredProblem(problems=("image:2", "encoding")),
        "image 2, encoding of the text",
        "image 2, encodage du texte",
    ),
    (ChecklistIncomplete(items=("privacy",)), "personal information", "renseignements personnels"),
    (
        UnsupportedContent(path=Path("a.pdf"), content="xfa", place="form"),
        "an XFA form (form)",
        "un formulaire XFA (formulaire)",
    ),
    (UnknownId(kind="review", id="r9"), "no review “r9”", f"«{NBSP}r9{NBSP}» (révision)"),
    (UnreadableFile(path=Path("a.pdf"), detail="PermissionError"), "(access denied)", "(accès refusé)"),
    (
        UnreadableFile(path=Path("a.pdf"), detail="a code of tomorrow"),
        "(a code of tomorrow)",
        "(a code of tomorrow)",
    ),
    (GateFailed(detail="new code: page:2"), "(new code: page:2)", "(new code: page:2)"),
]


@pytest.mark.parametrize(("error", "english", "french"), CASES)
def test_facts_are_said_in_words(error: ReviewerError, english: str, french: str) -> None:
    assert english in say(error, Language.EN)
    assert french in say(error, Language.FR)


def test_a_child_without_a_sentence_speaks_with_that_of_its_family() -> None:
    class Unwritten(NotReady):
        """A class that nobody gave a sentence."""

    said = say(Unwritten(blockers=("undecided:2",)), Language.FR)
    assert said == say(NotReady(blockers=("undecided:2",)), Language.FR)


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 passages to decide", "0 passage à décider"),
        (1, "1 passage to decide", "1 passage à décider"),
        (2, "2 passages to decide", "2 passages à décider"),
    ],
)
def test_none_is_singular_in_french_only(count: int, english: str, french: str) -> None:
    assert of_blocker(f"undecided:{count}", Language.EN) == english
    assert of_blocker(f"undecided:{count}", Language.FR) == french


@pytest.mark.parametrize("language", Language)
def test_every_code_of_the_model_has_words(language: Language) -> None:
    wanted = {
        "state": set(State),
        "role": set(PersonRole),
        "problem": set(ProblemKind),
        "blocker": set(BlockerKind),
        "detail": set(Fault),
        "item": {item.id for item in items()},
        "choice": set(Choice) - set(ENCODINGS),
    }
    with paths.resource("wording", f"facts.{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    assert {name: {str(each) for each in codes} - tables[name].keys() for name, codes in wanted.items()} == {
        name: set() for name in wanted
    }


def test_the_limits_that_a_reader_names_have_words() -> None:
    source = Path(limits.__file__).read_text(encoding="utf-8")
    for limit in ("zip_entries", "zip_inflated", "zip_ratio"):
        assert f'"{limit}"' in source
        assert of_code("limit", limit, Language.FR) != limit


def test_an_unknown_code_stays_as_it_is() -> None:
    assert of_code("detail", "zz", Language.FR) == "zz"
    assert of_code("blocker", "undecided", Language.FR) == "undecided", "a list of forms is no word"
    assert of_blocker("zz:3", Language.FR) == "zz:3"
    assert of_place("docProps/core.xml", Language.FR) == "docProps/core.xml"
    assert of_problem("zz:3", Language.FR) == "zz 3"
    assert of_problem("object:zz:3", Language.FR) == "objet incorporé zz 3"


def test_an_object_is_named_by_what_it_is() -> None:
    assert of_problem("object:chart:2", Language.FR) == "graphique 2"
    assert of_problem("object:linked_image:1", Language.EN) == "linked picture 1"
    assert of_problem("image:3", Language.FR) == "image 3"
    sources = Path(objects.__file__).parent.glob("*.py")
    sorts = {
        sort
        for each in sources
        for sort in re.findall(r'(?:_asked|object_problem)\(.*"([a-z_]+)"', each.read_text("utf-8"))
    }
    assert {"chart", "chunk", "linked_image", "ole"} <= sorts
    assert [each for each in sorts if of_problem(f"object:{each}:1", Language.FR).endswith(f"{each} 1")] == []


def test_every_loss_that_a_writer_of_word_documents_counts_has_words() -> None:
    sources = list(Path(redaction.__file__).parent.rglob("*.py"))
    codes = {
        code for each in sources for code in re.findall(r'losses\["([a-z_]+)"\]', each.read_text("utf-8"))
    }
    assert "image_words_masked" in codes
    assert {code for code in codes for language in Language if of_loss(code, language) == code} == set()


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("image:2", "Image (2)", "Image (2)"),
        ("form:3:1", "Nested drawing, page 3 (1)", "Dessin imbriqué, page 3 (1)"),
        ("comment", "Comment", "Commentaire"),
        ("zz:4", "zz (4)", "zz (4)"),
    ],
)
def test_a_loss_is_said_with_its_page_and_count(code: str, english: str, french: str) -> None:
    assert of_loss(code, Language.EN) == english
    assert of_loss(code, Language.FR) == french


def test_what_comes_from_outside_is_made_fit_to_be_shown() -> None:
    assert clean("a\x1b[31mb\n") == "a\ufffd[31mb\ufffd"
    assert len(clean("x" * 1000)) == 300
    said = say(UnreadableFile(path=Path("a\x1b.pdf"), detail="not found"), Language.FR)
    assert "\x1b" not in said
    assert "a\ufffd.pdf" in said
