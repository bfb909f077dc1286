# SPDX-License-Identifier: MIT
"""The notice counts by provision and place, in both languages, and says nothing that must not be said."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import UnknownId
from reviewer.model.document import Language, StoryKind
from reviewer.model.ground import DiscloseReason, grounds
from reviewer.model.journal import Action
from reviewer.publishing.notice import Withheld, notice
from reviewer.publishing.words import reason_words, release_words
from tests.publishing.reading import Page

TITLE = {Language.EN: "Minutes of the Dune Committee", Language.FR: "Compte rendu du Comité des dunes"}
REVEALING = [section for section, ground in grounds().items() if ground.revealing]
PLAIN = [section for section, ground in grounds().items() if not ground.revealing]
ROWS = (
    Withheld("20(1)(b)", 2, StoryKind.BODY, 1),
    Withheld("19(1)", None, StoryKind.COMMENT, 4),
    Withheld("19(1)", 2, StoryKind.PAGE, 2),
    Withheld("19(1)", 1, StoryKind.PAGE, 3),
    Withheld("19(1)", 2, None, 1),
)


def _both(
    rows: tuple[Withheld, ...] = ROWS, title: dict[Language, str] = TITLE
) -> tuple[Page, dict[str, Any]]:
    html, content = notice(title, rows, grounds())
    page = Page(html)
    page.check()
    return page, json.loads(content)


def test_counts_by_provision_in_the_order_of_the_act() -> None:
    page, content = _both()
    english, _, french, _ = page.tables
    assert [(row[0], row[2]) for row in english.rows] == [("s. 19(1)", "10"), ("s. 20(1)(b)", "1")]
    assert [(row[0], row[2]) for row in french.rows] == [("par. 19(1)", "10"), ("al. 20(1)b)", "1")]
    assert [(row["section"], row["count"]) for row in content["withheld_by_provision"]] == [
        ("19(1)", 10),
        ("20(1)(b)", 1),
    ]
    assert content["withheld_by_provision"][0]["cite"] == {"en": "s. 19(1)", "fr": "par. 19(1)"}


def test_counts_by_page_and_part() -> None:
    page, content = _both()
    _, english, _, french = page.tables
    assert english.rows == [
        ["Not paginated", "Comment", "4"],
        ["1", "Page", "3"],
        ["2", "Body", "1"],
        ["2", "Page", "2"],
        ["2", "Page image", "1"],
    ]
    assert [row[0] for row in french.rows] == ["Non paginé", "1", "2", "2", "2"]
    assert content["withheld_by_place"][0] == {"page": None, "place": "comment", "count": 4}
    assert content["withheld_by_place"][-1] == {"page": 2, "place": None, "count": 1}


def test_both_languages_say_the_title_and_what_is_not_counted() -> None:
    html, content = notice(TITLE, ROWS, grounds())
    for language in Language:
        assert TITLE[language] in html
        assert json.loads(content)["title"][language] == TITLE[language]
        assert (
            json.loads(content)["not_counted"][language] == release_words("notice", language)["not_counted"]
        )


def test_the_languages_are_marked() -> None:
    page, _ = _both()
    assert [table.language for table in page.tables] == ["en", "en", "fr", "fr"]
    assert page.headings == [
        ("h1", "Notice of withheld passages"),
        ("h1", "Avis sur les passages caviardés"),
    ]


@pytest.mark.parametrize("section", [None, *REVEALING])
def test_revealing_provisions_change_not_one_byte(section: str | None) -> None:
    """Neither their names nor their number: the notice is what it would be without them."""
    more = (Withheld(section, 1, StoryKind.PAGE, 7), Withheld(section, 9, StoryKind.FOOTNOTE, 1))
    assert notice(TITLE, (*ROWS, *more), grounds()) == notice(TITLE, ROWS, grounds())


def test_only_revealing_provisions_read_like_none_at_all() -> None:
    assert REVEALING
    only = tuple(Withheld(section, 1, StoryKind.PAGE, 1) for section in REVEALING)
    assert notice(TITLE, only, grounds()) == notice(TITLE, (), grounds())
    page, content = _both(only)
    assert page.tables == []
    assert content["withheld_by_provision"] == content["withheld_by_place"] == []
    html, _ = notice(TITLE, only, grounds())
    assert not [section for section in REVEALING if grounds()[section].cite[Language.EN] in html]


@pytest.mark.parametrize("count", [0, -1])
def test_nothing_withheld_is_no_row(count: int) -> None:
    assert notice(TITLE, [Withheld("19(1)", 1, StoryKind.BODY, count)], grounds()) == notice(
        TITLE, (), grounds()
    )


def test_a_section_that_is_no_ground() -> None:
    with pytest.raises(UnknownId):
        notice(TITLE, [Withheld("99(9)", 1, StoryKind.BODY, 1)], grounds())


def test_a_ground_marked_revealing_later_is_left_out_too() -> None:
    known = {**grounds(), "19(1)": replace(grounds()["19(1)"], revealing=True)}
    assert "19(1)" not in notice(TITLE, ROWS, known)[0]


def test_the_order_of_the_rows_does_not_show() -> None:
    assert notice(TITLE, ROWS, grounds()) == notice(TITLE, ROWS[::-1], grounds())


@pytest.mark.parametrize("title", ["</p><script>alert(1)</script>", 'a"b&c<d>', "\u202ea", "&lt;b&gt;"])
def test_a_title_is_text(title: str) -> None:
    both = {Language.EN: title, Language.FR: title}
    page, content = _both(title=both)
    assert "script" not in page.tags
    assert content["title"] == {"en": title, "fr": title}


def test_a_title_in_one_language_stands_in_both() -> None:
    _, content = _both(title={Language.FR: "Compte rendu"})
    assert content["title"] == {"en": "Compte rendu", "fr": "Compte rendu"}
    assert _both(title={})[1]["title"] == {"en": "", "fr": ""}


@given(
    st.lists(
        st.builds(
            Withheld,
            ground=st.sampled_from([None, *PLAIN, *REVEALING]),
            page=st.none() | st.integers(1, 40),
            place=st.none() | st.sampled_from(StoryKind),
            count=st.integers(0, 50),
        ),
        max_size=12,
    )
)
def test_both_tables_count_the_same_passages(rows: list[Withheld]) -> None:
    html, text = notice(TITLE, rows, grounds())
    Page(html).check()
    content = json.loads(text)
    total = sum(row.count for row in rows if row.ground in PLAIN)
    assert sum(row["count"] for row in content["withheld_by_provision"]) == total
    assert sum(row["count"] for row in content["withheld_by_place"]) == total


@pytest.mark.parametrize("language", Language)
def test_every_place_act_and_reason_has_words(language: Language) -> None:
    assert release_words("place", language).keys() == {kind.value for kind in StoryKind}
    assert release_words("action", language).keys() == {action.value for action in Action}
    assert reason_words(language).keys() == {reason.value for reason in DiscloseReason}


@pytest.mark.parametrize("paper", ["notice", "sheet", "place", "action", "loss"])
def test_both_languages_have_the_same_words(paper: str) -> None:
    english, french = (release_words(paper, language) for language in Language)
    assert english.keys() == french.keys()
    assert all(text for text in (*english.values(), *french.values()))
