# SPDX-License-Identifier: MIT
"""Documents without a secret: ordinary words of the public service in English and French, in ordinary markup."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from tests.corpus.docx.case import EN, FR
from tests.corpus.docx.pack import Rel, complex_field, line, package, para, part, run, table

PROSE = (
    "The committee met on Tuesday and approved the minutes of the previous meeting without change.",
    "Field staff will mark each plot in May, before the first frost, and report the results by email.",
    "The normal approach is to review the header of the table first, then the footnotes under it.",
    "Members asked that the character of the main street be kept when the new sign is put up.",
    "Grace periods end on page 12; a strong theme of the report is the price of paper and black ink.",
    "The director will write to the regional office about the hidden costs of the default settings.",
    "A single title was chosen for the whole series, in the style that readers know by heart.",
    "The contract rose from 12,450 dollars to 13,725 dollars, or 10.2 per cent, over 18 months.",
    "Read the list of parts, check the numbering, and send the cover sheet back to the mail room.",
    "Canada geese were counted at 0900 and at 1530; the wind was from the west at 25 km/h.",
    "No date has been set. The plan will go to the board in the spring, with a budget of $1,500,000.",
    "Le comité s’est réuni mardi et a approuvé le compte rendu de la réunion précédente sans changement.",
    "Le personnel de terrain marquera chaque parcelle en mai, avant le premier gel, et fera rapport.",
    "Le titre du tableau et la note de bas de page ont été revus; le style normal a été rétabli.",
    "Les membres souhaitent que le caractère de la rue principale soit conservé près de l’église.",
    "Le directeur écrira au bureau régional au sujet des coûts cachés et des paramètres par défaut.",
    "Le marché est passé de 12 450 $ à 13 725 $, soit 10,2 % de plus, sur une période de 18 mois.",
    "Aucune date n’a été fixée. Le plan sera soumis au conseil au printemps, avec un budget de 1 500 000 $.",
    "La page blanche du rapport précède la section qui porte sur le papier, l’encre noire et le courrier.",
    "Les bernaches ont été comptées à 9 h et à 15 h 30; le vent soufflait de l’ouest à 25 km/h.",
    "Chaque partie de la liste est numérotée; la feuille de garde retourne à la salle du courrier.",
)
SECRETS = (
    EN.secret, FR.secret, "Grace Park", "Paul Page", "Ann Style", "May Normal", "Blanche Titre", "Rose Marché",
    "Roy", "Côté", "Martin", "613-555-0142", "046 454 286", "K1A 0B1", "normand.tableau@mail.example",
)  # fmt: skip
"""Names and numbers that are not in the prose, though many of their words, alone, are words of it or of the markup."""
_COUNT = 120


def benign(*, planted: Sequence[str] = ()) -> Iterator[bytes]:
    """So many documents, each drawn from its own number; with `planted`, one of those words is put into each."""
    for number in range(_COUNT):
        rnd = random.Random(number)
        word = planted[number % len(planted)] if planted else ""
        yield _document(rnd, word)


def _document(rnd: random.Random, word: str) -> bytes:
    blocks = [_block(rnd) for _ in range(rnd.randint(6, 14))]
    if word:
        blocks.insert(rnd.randrange(len(blocks)), line(f"{rnd.choice(PROSE)} {word}"))
    return package(
        "".join(blocks),
        rels=[
            Rel("rId1", "header", "header1.xml"),
            Rel("rId2", "footer", "footer1.xml"),
            Rel("rId3", "styles", "styles.xml"),
        ],
        parts={
            "word/header1.xml": part("hdr", line(rnd.choice(PROSE))),
            "word/footer1.xml": part("ftr", para(run("Page ") + complex_field(" PAGE ", run("1")))),
            "word/styles.xml": part("styles", _STYLES),
        },
        section='<w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>',
    )


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def _block(rnd: random.Random) -> str:
    words = rnd.choice(PROSE).split()
    match rnd.randrange(4):
        case 0:
            return para(run(" ".join(words[:5])), '<w:pStyle w:val="Titre1"/>')
        case 1:
            cells = [line(" ".join(words[at : at + 3])) for at in range(0, len(words) - 3, 3)]
            return table(cells, cells[::-1]) + para("")
        case 2:
            cut = rnd.randrange(1, len(words))
            strong = run(" ".join(words[:cut]) + " ", '<w:rStyle w:val="Strong"/>')
            return para(strong + run(" ".join(words[cut:])))
        case _:
            return line(" ".join(words))
