# SPDX-License-Identifier: MIT
"""What counts as a term and what only looks like it, in tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.model.document import Format, StoryKind
from reviewer.verification import leaks
from reviewer.verification.leaks import Search
from reviewer.verification.needles import LONG, needles
from reviewer.verification.report import HitKind
from reviewer.verification.request import Allowance, GateRequest, Term
from reviewer.verification.surface import Depth, Surface
from tests.verification.builders import request


def kinds(
    term: str | Term, text: str, depth: Depth = Depth.PROSE, labels: tuple[str, ...] = ()
) -> set[HitKind]:
    search = Search(request(Format.TEXT, term, labels=labels))
    search.run([Surface("text", "text", text, (StoryKind.BODY,), depth=depth)])
    hits, warnings = search.hits()
    return {hit.kind for hit in (*hits, *warnings)}


IS = [
    # One word, short: whole words only.
    ("Roy", "Mr. Roy said"),
    ("Roy", "ROY"),
    ("Roy", "(roy)"),
    ("Roy", "Roy's file"),
    ("Roy", "l'affaire-Roy"),
    ("Roy", "R o y"),
    ("Roy", "Ro-\ny came"),
    ("Roy", "Ro\u00ady came"),
    ("Noël", "NOEL"),
    # One word, middling.
    ("Dubois", "dubois@example.org"),
    ("Dubois", "file_Dubois_2024.docx"),
    ("Dubois", "MarieDubois2024"),
    ("Dubois", "DUBOIS"),
    ("Dubois", "D ubois"),
    ("Dubois", "D u b o i s"),
    ("Dubois", "Du Bois"),
    ("Lheureux", "L'Heureux"),
    ("Dubois", "Du-\nbois"),
    ("Dubois", "Du-bois"),
    ("Dubois", "lepatientduboisestvenu"),
    ("Villeneuve", "lepatientvilleneuveestvenu"),
    ("Dubois", "CVDubois.pdf"),
    ("Villeneuve", "villeneuve" + "lettressansfin" * 3),
    # Several words.
    ("Marie Dubois", "marie   dubois"),
    ("Marie Dubois", "MARIE\nDUBOIS"),
    ("Marie Dubois", "mariedubois"),
    ("Marie Dubois", "Marie-Dubois"),
    ("Marie Dubois", "Marie Du bois"),
    ("Marie Dubois", "Marie Duboisville"),
    ("Anne Lee", "Anne Lee's"),
    ("Ann Lee", "lepatientsuivantannleeest"),
    ("aa bb aa", "aa bb aa bb aa"),
    ("J. D.", "said J.D. then"),
    ("É.T.", "(É.-T.)"),
    ("K1A 0B1", "K1A0B1"),
    ("K1A 0B1", "at K1A-0B1."),
    # Letters of other scripts that stand for several of ours.
    ("Villeneuve", "V\u0399\u0399\u04cfeneuve"),
    ("Tremblay", "Tremb\u0399ay"),
    ("Noble", "N\u0966b\u0399e"),
    ("1052", "1\u041e52"),
    # Numbers.
    ("046 454 286", "046454286"),
    ("046 454 286", "046-454-286"),
    ("046454286", "046 454 286"),
    ("046454286", "SIN046454286X"),
    ("046454286", "00460464542869"),
    ("613-555-0142", "(613) 555-0142"),
    ("+1 613-555-0142", "613.555.0142"),
    ("Tel.: 613-555-0142", "6135550142"),
    ("123456", "123 456 $"),
    ("123456", "123-456"),
    ("12345", "12 345 $"),
    ("1234", "no. 1234."),
    ("2024-03-15", "2024/03/15"),
]


@pytest.mark.parametrize(("term", "text"), IS)
def test_this_is_the_term(term: str, text: str) -> None:
    assert kinds(term, text) & {HitKind.LEAK, HitKind.DIGITS}


IS_NOT = [
    ("Roy", "royal"),
    ("Mais", "Mals \u0399"),
    ("Salt", "Sa1t \u0399"),
    ("Bois", "B0is \u0430"),
    ("Roy", "corroyer"),
    ("Roy", "Ro yal"),
    ("Roy", "3Roy4a"),
    ("Lea", "le a"),
    ("Tom", "to m."),
    ("Dubois", "du bois"),
    ("Lheureux", "l'heureux élu"),
    ("Villeneuve", "Villeneuvehopital"),
    ("national", "internationalisation"),
    ("standing", "misunderstandings"),
    ("into", "to and in to it"),
    ("within", "with in"),
    ("pourquoi", "pour quoi"),
    ("Labbé", "à l’abbé"),
    ("Dubois", "Duboisson"),
    ("Leblanc", "le blanc"),
    ("Delarue", "de la rue"),
    ("Donald", "McDonald"),
    ("Martin", "Martinique"),
    ("Campbell", "Campbellton"),
    ("Jean Martin", "Jean Martinez"),
    ("Protected A", "protected areas"),
    ("Protected A", "protected aboriginals"),
    ("J. D.", "j.d."),
    ("J. D.", "JD"),
    ("A.B.", "page a, B"),
    ("A.B.", "A\nB"),
    ("MD", "M.D."),
    ("AB", "ABC"),
    ("046454286", "046454287"),
    ("046454286", "046 \n454 \n286"),
    ("123456", "1234567"),
    ("123456", "12 3456"),
    ("123456", "123\t456"),
    ("12345", "1 2345"),
    ("5000", "5000.25"),
    ("5000", "1,5000"),
    ("250", "3.250"),
    ("1234", "12345"),
    ("ab", "AB"),
    ("ﬁx", "fi"),
    ("ix", "ﬁx"),
    ("ixes", "ﬁxes"),
    ("Ann Lee", "lannleeest"),
]


@pytest.mark.parametrize(("term", "text"), IS_NOT)
def test_this_is_not_the_term(term: str, text: str) -> None:
    assert not kinds(term, text)


def test_a_term_too_short_to_say_anything_only_warns() -> None:
    for term in ("5", "42", "X"):
        assert kinds(term, f"page {term} of it") == {HitKind.TOKEN}


def test_a_lone_word_of_a_name_only_warns() -> None:
    assert kinds(Term("Dubois", token=True), "Mr. Dubois") == {HitKind.TOKEN}
    assert not kinds(Term("Dubois", token=True), "Duboisville")


def test_a_name_that_is_also_a_word_warns_where_it_is_the_word() -> None:
    assert kinds("Grant", "the grant was paid") == {HitKind.TOKEN}
    assert kinds("Grant", "as Grant said") == {HitKind.LEAK}
    assert kinds("Grant", "grant@example.org") == {HitKind.LEAK}
    assert kinds("Grant", "a.grant is") == {HitKind.LEAK}
    assert kinds("Dubois", "the dubois was paid") == {HitKind.LEAK}


def test_a_block_and_a_warning_at_one_place_are_one_block() -> None:
    assert kinds("Grant", "the grant that Grant got") == {HitKind.LEAK}


def test_digits_alone_are_searched_where_a_term_is_mostly_digits() -> None:
    assert kinds("SIN 046 454 286", "no. 046-454-286") == {HitKind.DIGITS}
    assert not kinds("met on 2024-03-15 with the chair", "on 2024-03-15")


def test_a_term_without_letters_is_no_term() -> None:
    assert needles((Term("…—"), Term(""))) == ()
    assert not kinds("…", "and … so on")


def test_names_and_binary_data_are_searched_less_closely() -> None:
    assert kinds("123456", "w 123456", Depth.PROSE)
    assert not kinds("123456", "w 123456", Depth.NAMES)
    assert kinds("1234567", "w 1234567", Depth.NAMES)
    assert not kinds("1234567", "w 123 4567", Depth.NAMES)
    assert not kinds("J. D.", "J.D.", Depth.NAMES)
    assert kinds("Roy", "Roy", Depth.NAMES)
    assert not kinds("Roy", "Roy", Depth.BINARY)
    assert kinds("Dubois", "xDuboisx", Depth.BINARY)
    assert not kinds("Dubois", "xDu-boisx", Depth.BINARY)
    assert not kinds("Dubois", "xDuboisx", Depth.STREAM)
    assert kinds("Dubois", "(Dubois)", Depth.STREAM)


def test_a_label_parts_what_stands_around_it() -> None:
    label = "[s. 19(1)]"
    assert not kinds("contents191", "content [s. 19(1)]s191", labels=(label,))
    assert not kinds("Marie Dubois", f"Marie {label} Dubois", labels=(label,))
    assert not kinds("s. 19(1)", "[s. 19 (1)\n]", labels=(label,))
    assert kinds("Marie Dubois", f"Marie Dubois{label}", labels=(label,))


def test_a_label_that_repeats_a_term_is_searched() -> None:
    assert kinds("Ottawa", "near Ottawa [generalised]", labels=("near Ottawa [generalised]",)) == {
        HitKind.LEAK
    }
    assert not kinds("Gatineau", "near Ottawa [generalised]", labels=("near Ottawa [generalised]", " "))


def test_a_placeholder_is_ours_whatever_is_withheld() -> None:
    asked = replace(request(Format.DOCX, "object"), placeholders=("[object removed]",))
    search = Search(asked)
    search.run([Surface("text", "body", "A [object removed] and\n[object  removed].", (StoryKind.BODY,))])
    assert search.hits() == ((), ())
    search.run([Surface("text", "body", "The object removed.", (StoryKind.BODY,))])
    assert search.hits()[0]
    assert GateRequest.from_json(asked.to_json()) == asked


def test_part_of_a_long_passage_is_found() -> None:
    words = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60)]
    passage = " ".join(words)
    assert len(passage.replace(" ", "")) > LONG
    assert kinds(passage, " ".join(words[17:37])) == {HitKind.LEAK}
    assert not kinds(passage, " ".join(words[20:24]))


@pytest.mark.parametrize(
    ("counted", "allowed", "beyond"),
    [
        ({1: 2}, [(1, 2)], 0),
        ({1: 3}, [(1, 2)], 1),
        ({1: 1, 2: 1}, [(1, 2)], 1),
        ({1: 1, 2: 1}, [(None, 2)], 0),
        ({1: 2, 2: 1}, [(None, 2)], 1),
        ({1: 2, 2: 1}, [(1, 1), (None, 1)], 1),
        ({None: 2}, [(1, 1), (2, 1)], 0),
        ({None: 3}, [(1, 1), (None, 1)], 1),
    ],
)
def test_allowances(
    counted: dict[int | None, int], allowed: list[tuple[int | None, int]], beyond: int
) -> None:
    term = Term("Dubois", allowed=tuple(Allowance(StoryKind.PAGE, page, count) for page, count in allowed))
    search = Search(request(Format.PDF, term))
    search.run(
        Surface(reader, f"page:{page}", "Dubois, " * count, (StoryKind.PAGE,), page)
        for page, count in counted.items()
        for reader in ("one", "other")
    )
    hits, _ = search.hits()
    assert sum(hit.count for hit in hits) == beyond


def test_a_great_many_surfaces_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "_BATCH", 1000)
    search = Search(request(Format.TEXT, "Dubois"))
    search.run(Surface("text", f"part:{n}", "filler words " * 40 + "Dubois", ()) for n in range(5))
    assert {hit.place for hit in search.hits()[0]} == {f"part:{n}" for n in range(5)}
