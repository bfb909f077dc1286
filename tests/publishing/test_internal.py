# SPDX-License-Identifier: MIT
"""The internal file: everything an auditor asks for, nothing of a document, never beside what is published."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from reviewer.errors import TargetExists
from reviewer.model.accessibility import Accessibility
from reviewer.model.document import Format, Language
from reviewer.model.ground import grounds
from reviewer.model.journal import Action, Entry
from reviewer.model.release import Approval, Candidate, Seal, Signature
from reviewer.model.review import Person, PersonRole, Review, State
from reviewer.publishing.internal import HTML, JSON, InternalSheet, Statement, write_internal
from reviewer.publishing.offers import accessibility_rows
from reviewer.publishing.signature import verify_release
from tests.publishing.facts import DATASETS, KEY, MADE, RESOURCES, fingerprint, release
from tests.publishing.reading import Page

SALT = bytes(range(100, 132))
PUBLIC = KEY.public_key().public_bytes_raw()
REVEALING = next(section for section, ground in grounds().items() if ground.revealing)


def _sheet(**changes: Any) -> InternalSheet:
    sheet = InternalSheet(
        review=Review(
            "4f0c6f0a", "d1", "Camille-Exemple.docx", "/home/c/Camille-Exemple.docx", State.SIGNED, "p1", MADE
        ),
        title={Language.EN: "Minutes", Language.FR: "Compte rendu"},
        source_sha256="ab" * 32,
        source_format=Format.DOCX,
        pages=None,
        seen_pages=0,
        stories=5,
        seen_stories=4,
        withheld_by_ground={"20(1)(b)": 2, "19(1)": 7, REVEALING: 1},
        disclosed_by_reason={"official_3j": 3},
        candidate=Candidate(
            b"cleaned bytes", "cd" * 32, Format.DOCX, "p1", MADE, "cd" * 32, ("token:body:1",), ("object:3",)
        ),
        signature=Signature("p2", MADE, Seal("ef" * 32, SALT), PUBLIC, b"v" * 64),
        signer=Person("p2", "Dominique Signataire", PersonRole.OFFICER, fingerprint()),
        approval=Approval("Pat Cadre", MADE.date(), "REF-2026-0042", "p2"),
        checklist=(
            Statement(
                "privacy", {Language.EN: "No personal information.", Language.FR: "Rien de personnel."}, "yes"
            ),
            Statement(
                "final", {Language.EN: "No final version.", Language.FR: "Aucune version finale."}, "In 2027"
            ),
        ),
        journal=(
            Entry(1, MADE, Action.REVIEW_OPENED, "p1", "4f0c6f0a", {}, "", "11" * 32),
            Entry(
                9,
                MADE,
                Action.SIGNED,
                "p2",
                "4f0c6f0a",
                {"seal": "ef" * 32, "count": 2},
                "11" * 32,
                "22" * 32,
            ),
            Entry(10, MADE, Action.SEEN, None, "4f0c6f0a", {}, "22" * 32, "33" * 32),
        ),
        file_name="minutes-9e1b7f52.docx",
        dataset_id=DATASETS[0],
        resource_id=RESOURCES[0],
        people={"p1": "Claude Autrice", "p2": "Dominique Signataire"},
    )
    return dataclasses.replace(sheet, **changes)


def _written(tmp_path: Path, *sheets: InternalSheet) -> tuple[Page, dict[str, Any], str]:
    folder = write_internal(sheets or [_sheet()], tmp_path / "release-internal", release="r-1", made=MADE)
    assert sorted(path.name for path in folder.iterdir()) == sorted([HTML, JSON])
    html = (folder / HTML).read_text("utf-8")
    page = Page(html)
    page.check()
    return page, json.loads((folder / JSON).read_bytes()), html


def test_the_json_holds_every_fact(tmp_path: Path) -> None:
    _, content, _ = _written(tmp_path)
    assert content["release"] == "r-1"
    assert content["made"] == "2026-11-21T15:30:00+00:00"
    (document,) = content["documents"]
    assert document["source"] == {"sha256": "ab" * 32, "format": "docx", "pages": None, "stories": 5}
    assert document["coverage"] == {"pages": 0, "stories": 4}
    assert document["blockers"] == []
    assert document["withheld_by_ground"] == {"20(1)(b)": 2, "19(1)": 7, REVEALING: 1}
    assert document["candidate"]["sha256"] == "cd" * 32
    assert document["candidate"]["prepared_by"] == "Claude Autrice"
    assert document["candidate"]["warnings"] == ["token:body:1"]
    assert document["candidate"]["losses"] == ["object:3"]
    assert document["signature"] == {
        "person": "Dominique Signataire",
        "time": "2026-11-21T15:30:00+00:00",
        "seal": "ef" * 32,
        "public_key": PUBLIC.hex(),
        "fingerprint": hashlib.sha256(PUBLIC).hexdigest(),
        "value": (b"v" * 64).hex(),
    }
    assert document["approval"]["reference"] == "REF-2026-0042"
    assert document["approval"]["recorded_by"] == "Dominique Signataire"
    assert [each["answer"] for each in document["checklist"]] == ["yes", "In 2027"]
    assert document["checklist"][0]["text"]["fr"] == "Rien de personnel."
    assert document["published"] == {
        "file": "minutes-9e1b7f52.docx",
        "dataset": DATASETS[0],
        "resource": RESOURCES[0],
    }
    assert [each["number"] for each in document["journal"]] == [1, 9, 10]
    assert [each["person"] for each in document["journal"]] == [
        "Claude Autrice",
        "Dominique Signataire",
        None,
    ]
    assert document["journal"][1]["details"] == {"seal": "ef" * 32, "count": 2}


def test_the_page_says_it_in_both_languages(tmp_path: Path) -> None:
    page, _, html = _written(tmp_path)
    captions = [(table.language, table.caption) for table in page.tables]
    assert ("en", "Checklist") in captions
    assert ("fr", "Liste de vérification") in captions
    tables = {(table.language, table.caption): table.rows for table in page.tables}
    assert tables["fr", "Liste de vérification"] == [
        ["Rien de personnel.", "Oui"],
        ["Aucune version finale.", "In 2027"],
    ]
    assert [row[1] for row in tables["en", "Decisions that withhold, by provision"]] == ["1", "7", "2"]
    assert "revealing" in tables["en", "Decisions that withhold, by provision"][0][0]
    assert [row[3] for row in tables["fr", "Extrait du journal"]] == [
        "Révision commencée",
        "Signature",
        "Lecture",
    ]
    assert ["SHA-256 of the source", "ab" * 32] in tables["en", "Summary"]
    assert ["Ce qui bloquait", "Rien"] in tables["fr", "Sommaire"]
    assert "Not for publication" in html
    assert "Ne pas publier" in html


def test_nothing_of_the_document_nor_its_name_nor_the_salt(tmp_path: Path) -> None:
    """A name of a file is often the name of a person; with the salt, guesses at a seal could be tried."""
    sheet = _sheet()
    sheet = dataclasses.replace(
        sheet, review=dataclasses.replace(sheet.review, refused_because="about Camille Exemple")
    )
    _, content, html = _written(tmp_path, sheet)
    for word in ("Camille", "/home/c", "cleaned bytes", SALT.hex()):
        assert word not in html
        assert word not in json.dumps(content)


def test_empty_lists_are_said_to_be_empty(tmp_path: Path) -> None:
    candidate = dataclasses.replace(_sheet().candidate, warnings=(), losses=())
    page, _, html = _written(
        tmp_path,
        _sheet(
            withheld_by_ground={},
            disclosed_by_reason={},
            candidate=candidate,
            checklist=(),
            journal=(),
            people={},
        ),
    )
    assert [table.caption for table in page.tables] == ["Summary", "Sommaire"]
    assert html.count("<p>None.</p>") == html.count("<p>Néant.</p>") == 7
    assert "Not counted: the copy is plain text" in html


COUNTS = Accessibility(
    tagged=True,
    language="en-CA",
    title=True,
    pages=6,
    picture_pages=(5,),
    figures=2,
    figures_described=1,
    headings=4,
    tables=0,
    tables_with_headers=0,
    links=3,
    links_tagged=3,
    bookmarks=False,
)


def test_pages_that_became_pictures_are_told_with_the_reason(tmp_path: Path) -> None:
    """The copy has a page more than the source: its page 5 is the fourth page of the source."""
    candidate = dataclasses.replace(
        _sheet().candidate,
        losses=("link:1", "raster_page:2:1", "raster_page:4:1"),
        pictured=((2, "gate"), (4, "vertical"), (5, "never_heard_of")),
    )
    page, content, _ = _written(tmp_path, _sheet(candidate=candidate, pages=5, accessibility=COUNTS))
    tables = {(table.language, table.caption): table.rows for table in page.tables}
    assert tables["en", "Dropped or changed in the copy"] == [["Link", "1"]]
    read, lost, unknown = (row[0] for row in tables["en", "Pages published as pictures"])
    assert read.startswith("Page 2 is published as a picture because the check still found")
    assert read.endswith("its text was recognized anew from that picture and may hold mistakes.")
    assert lost == (
        "Page 4 is published as a picture because its text runs from top to bottom; "
        "its text can no longer be selected or read aloud."
    )
    assert "could not be treated safely" in unknown
    french = tables["fr", "Pages publiées sous forme d’images"][1][0]
    assert french.startswith(
        "La page 4 est publiée sous forme d’image\u00a0: son texte est écrit de haut en bas."
    )
    kept = content["documents"][0]["candidate"]["pictured"]
    assert kept[0] == {"page": 2, "reason": "gate"}


def test_the_accessibility_of_the_copy_is_counted_in_words(tmp_path: Path) -> None:
    page, content, _ = _written(tmp_path, _sheet(accessibility=COUNTS))
    tables = {
        (table.language, table.caption): dict(table.rows) for table in page.tables if len(table.head) == 2
    }
    said = tables["en", "Accessibility of the copy, as counted in the file"]
    assert said["Tags that say what each part is"] == "yes"
    assert said["Images with a description"] == "1 of 2"
    assert said["Pages that are pictures without text, counted from the start of the copy"] == "5"
    assert said["Tables with headers"] == "none"
    assert said["Bookmarks"] == "no"
    french = tables["fr", "Accessibilité de la copie, telle que relevée dans le fichier"]
    assert french["Liens accessibles par les technologies d’assistance"] == "3 sur 3"
    assert content["documents"][0]["accessibility"] == COUNTS.to_facts()


def test_what_tags_alone_could_say_is_unknown_without_them() -> None:
    untagged = dataclasses.replace(
        COUNTS, tagged=False, figures=None, headings=None, tables=None, language=None
    )
    said = dict(accessibility_rows(untagged, Language.EN))
    assert said["Images with a description"] == said["Headings"] == said["Tables with headers"]
    assert said["Headings"] == "not known without tags"
    assert said["Language declared"] == "none"
    word = dataclasses.replace(COUNTS, tagged=None, pages=None, picture_pages=(), bookmarks=None)
    assert [name for name, _ in accessibility_rows(word, Language.FR)] == [
        "Langue déclarée",
        "Titre dans les propriétés",
        "Images avec une description",
        "Titres de section",
        "Tableaux avec en-têtes",
        "Liens accessibles par les technologies d’assistance",
    ]


def test_codes_of_the_writer_are_in_words(tmp_path: Path) -> None:
    losses = ("comment:2", "link:1", "page_removed:3:1", "never_heard_of:4", "untagged")
    page, content, _ = _written(
        tmp_path, _sheet(candidate=dataclasses.replace(_sheet().candidate, losses=losses))
    )
    tables = {(table.language, table.caption): table.rows for table in page.tables}
    assert tables["fr", "Retiré ou changé dans la copie"] == [
        ["Commentaire", "2"],
        ["Lien", "1"],
        ["Page retirée 3", "1"],
        ["never_heard_of", "4"],
        ["Aucune balise d’accessibilité dans l’original", "–"],
    ]
    assert content["documents"][0]["candidate"]["losses"] == list(losses)


def test_what_people_wrote_is_text(tmp_path: Path) -> None:
    title = {Language.EN: "<script>x</script>", Language.FR: "a & b"}
    statement = Statement("x", title, "</td><img src=x>")
    page, _, _ = _written(tmp_path, _sheet(title=title, checklist=(statement,)))
    assert page.tags.isdisjoint({"script", "img"})
    assert ("h2", "<script>x</script>") in page.headings


def test_several_documents_are_in_one_file(tmp_path: Path) -> None:
    second = _sheet(
        title={},
        file_name="report-c4a9d6e8.pdf",
        pages=3,
        blockers=("x:1",),
        disclosed_by_reason={"other": 1},
    )
    page, content, _ = _written(tmp_path, _sheet(), second)
    assert len(content["documents"]) == 2
    headings = [text for tag, text in page.headings if tag == "h2"]
    assert headings == ["Minutes", "report-c4a9d6e8.pdf", "Compte rendu", "report-c4a9d6e8.pdf"]


def test_times_are_shown_in_utc(tmp_path: Path) -> None:
    east = dt.timezone(dt.timedelta(hours=-5))
    signature = dataclasses.replace(_sheet().signature, time=MADE.astimezone(east))
    _, content, _ = _written(tmp_path, _sheet(signature=signature))
    assert content["documents"][0]["signature"]["time"] == "2026-11-21T15:30:00+00:00"


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = write_internal([_sheet()], tmp_path / "x-internal", release="r", made=MADE)
    assert folder.stat().st_mode & 0o077 == 0


def test_it_is_never_written_over(tmp_path: Path) -> None:
    write_internal([_sheet()], tmp_path / "x-internal", release="r", made=MADE)
    with pytest.raises(TargetExists):
        write_internal([_sheet()], tmp_path / "x-internal", release="r", made=MADE)


def test_it_cannot_be_written_into_a_release(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    with pytest.raises(TargetExists):
        write_internal([_sheet()], folder, release="r", made=MADE)
    write_internal([_sheet()], tmp_path / "release-internal", release="r", made=MADE)
    verify_release(folder)
