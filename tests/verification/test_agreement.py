# SPDX-License-Identifier: MIT
"""What the gate blocks on, the redactor takes: after it, the gate finds nothing, for all sorts of surroundings."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer.documents.folding import find_all
from reviewer.model.document import Format, StoryKind
from reviewer.verification.leaks import Search
from reviewer.verification.surface import Surface
from tests.verification.builders import request

LABEL = "[s. 19(1)]"
TERMS = (
    "Roy", "Kaya", "Anne", "Dubois", "McDonald", "Donald", "Lheureux", "L'Heureux", "Villeneuve", "Marie Dubois",
    "Jean-Paul Roy", "Protected A", "A.B.", "J. D.", "MD", "into", "within", "national", "standing", "Point",
    "046 454 286", "046454286", "613-555-0142", "K1A 0B1", "123456", "1234567", "12345", "2024", "250", "42", "5",
    "2024-03-15", "Thériault-Moreau", "Owen Sound", "Li Wu", "file no. 2291", "of the", "Ann Lee",
)  # fmt: skip
GLUE = (
    " ", " ", "\n", "\t", "", "", "-", "-\n", "\u00ad", "\u200b", ".", ",", ", ", "'", "’", "_", "@", "/", "(", ")",
    "\u0301", "\u00a0", "1", "7", "x", "X", "Mc", "de", "ville", "aboriginals", "s", "inter", "isation", "é", "PDF",
    "\u0399", "\u0966", "\u041e", "\u1ecb", "lepatient", "estvenuicietailleurs", "2", "\x02", ". ", "no. ",
)  # fmt: skip


def _cut(term: str, signs: list[str]) -> str:
    """A term with something between its characters, in its own or another case."""
    return "".join(each + sign for each, sign in zip(term, [*signs, *[""] * len(term)], strict=False))


def _in_greek(term: str) -> str:
    """A term with letters of other scripts that stand for more than one of ours."""
    return term.translate(str.maketrans("lio10", "\u0399\u04cf\u0966\u0399\u041e"))


PLACES = st.builds(
    lambda term, change, signs: change(_cut(term, signs)),
    st.sampled_from(TERMS),
    st.sampled_from((str, str, str.upper, str.lower, str.title, _in_greek)),
    st.one_of(
        st.just([]),
        st.lists(st.sampled_from(("", "", "", " ", "-", "-\n", "\n", "\u200b", ".")), max_size=12),
        st.sampled_from(GLUE).map(lambda sign: [sign] * 20),
    ),
)
TEXTS = st.lists(st.one_of(st.sampled_from(GLUE), PLACES), max_size=9).map("".join)


@given(st.sampled_from(TERMS), TEXTS)
@settings(max_examples=1500, deadline=None)
@example("national", "international")
@example("2024", "FY2024 on 1,2024")
@example("Dubois", "MarieDubois2024 CVDubois.pdf lepatientduboisestvenu")
@example("046454286", "000464542860")
def test_nothing_is_left_for_the_gate(term: str, text: str) -> None:
    for start, end in reversed(find_all(text, term)):
        text = f"{text[:start]}{LABEL}{text[end:]}"
    search = Search(request(Format.TEXT, term, labels=(LABEL,)))
    search.run([Surface("text", "body", text, (StoryKind.BODY,))])
    # What other views of the text show by chance (read backwards, as base64) is not the redactor's to find.
    left = [each for each in search._found if each.surface.reader == "text" and each.kind != "token"]
    assert not left, text


@given(st.sampled_from(TERMS), TEXTS)
@settings(max_examples=300, deadline=None)
def test_the_places_do_not_overlap_and_grow_over_their_marks(term: str, text: str) -> None:
    last = 0
    for start, end in find_all(text, term):
        assert last <= start < end <= len(text)
        last = end
