# SPDX-License-Identifier: MIT
"""The structure tree and its texts: descriptions, replacements, roles, tables, running lines, links."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.corpus.pdf.places import width
from tests.corpus.pdf.recipes import Made, Surface, Words, line, literal, maker, opened, sheet
from tests.corpus.pdf.sheets import image_object, picture, saved, text


def tagged(pdf: Any, page: Any, *elements: Dictionary, **root: Any) -> Any:
    """A structure tree whose elements hold the marked content 0, 1, 2 … of a page."""
    tree = pdf.make_indirect(
        Dictionary({"/Type": Name.StructTreeRoot, **{f"/{key}": value for key, value in root.items()}})
    )
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    kids = []
    for number, each in enumerate(elements):
        each["/Type"], each["/P"], each["/Pg"] = Name.StructElem, top, page
        if "/K" not in each:
            each["/K"] = number
        kids.append(pdf.make_indirect(each))
    top["/K"], tree["/K"] = Array(kids), top
    tree["/ParentTree"] = Dictionary(Nums=Array([0, Array(kids)]))
    page["/StructParents"] = 0
    pdf.Root["/StructTreeRoot"], pdf.Root["/MarkInfo"] = tree, Dictionary(Marked=True)
    return tree


def marked(content: bytes, number: int, tag: str = "P", more: bytes = b"") -> bytes:
    """Marked content with its number."""
    return f"/{tag} <</MCID {number} ".encode() + more + b">> BDC\n" + content + b"EMC\n"


@maker(Surface.TAGS)
def texts_of_elements(words: Words) -> Made:
    content = marked(line(words), 0) + marked(text(72, 560, words.after), 1)
    pdf, page = opened(words, content)
    full, last = String(words.full), String(words.last)
    tagged(
        pdf, page, Dictionary(S=Name.P, T=full, ActualText=String(words.line), E=last, ID=String(words.last.encode()), Lang=last),
        Dictionary(S=Name.P, Alt=full, Phoneme=last, C=Name(f"/{words.last}"), R=0),
        ClassMap=Dictionary({f"/{words.last}": Dictionary(O=Name.Layout, Who=full)}),
        IDTree=Dictionary(Names=Array([last, page])), PronunciationLexicon=Array([full]),
    )  # fmt: skip
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TAGS)
def roles_and_attributes(words: Words) -> Made:
    role = Name(f"/{words.last}")
    pdf, page = opened(words, marked(line(words), 0, "P") + marked(text(72, 560, words.after), 1))
    properties = Dictionary(
        O=Name.UserProperties,
        P=Array([Dictionary(N=String(words.last), V=String(words.full), F=String(words.full))]),
    )
    table = Dictionary(
        O=Name.Table, Summary=String(words.full), Headers=Array([String(words.last)]), Scope=Name.Row
    )
    tagged(
        pdf, page, Dictionary(S=role, A=Array([properties, table])), Dictionary(S=Name.P, NS=Dictionary(NS=String(words.full))),
        RoleMap=Dictionary({str(role): Name.P}), Namespaces=Array([Dictionary(Type=Name.Namespace, NS=String(words.full))]),
    )  # fmt: skip
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TAGS)
def a_picture_with_a_description(words: Words) -> bytes:
    pdf, page = opened(
        words, marked(b"q 100 0 0 40 72 500 cm /I1 Do Q\n", 0, "Figure", b"/Alt " + literal(words.full))
    )
    page.Resources["/XObject"] = Dictionary({"/I1": image_object(pdf, picture("orchard"))})
    tagged(
        pdf,
        page,
        Dictionary(S=Name.Figure, Alt=String(f"{words.before} {words.full}"), ActualText=String(words.last)),
    )
    return saved(pdf)


@maker(Surface.TAGS)
def replaced_by_other_words(words: Words) -> Made:
    """What is drawn says nothing; the text that replaces it says the name."""
    said = String(words.full.encode("utf-16")).unparse()
    content = b"/Span <</ActualText " + said + b">> BDC " + text(72, 600, words.after) + b"EMC\n"
    content += (
        b"/Span <</E "
        + literal(words.last)
        + b" /Lang "
        + literal(words.last)
        + b">> BDC "
        + text(72, 570, "M.")
        + b"EMC\n"
    )
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.TAGS)
def half_replaced(words: Words) -> Made:
    """The first half of the name is drawn; the second is only in the text that replaces a dash."""
    half = words.last[:6]
    content = (
        text(72, 600, f"{words.before} {half}")
        + b"/Span <</ActualText "
        + literal(words.last[6:])
        + b">> BDC "
    )
    content += text(72 + width(f"{words.before} {half}"), 600, "-") + b"EMC\n" + text(72, 570, words.after)
    return sheet(words, content), {"secrets": (words.last, half, words.last[6:]), "also": (words.after,)}


@maker(Surface.TAGS)
def replaced_by_a_list_of_properties(words: Words) -> Made:
    pdf, page = opened(
        words,
        b"/Span /MC0 BDC " + line(words) + b"EMC /Artifact /MC1 BDC " + text(72, 30, words.last) + b"EMC\n",
    )
    page.Resources["/Properties"] = Dictionary({
        "/MC0": Dictionary(ActualText=String(words.full), Alt=String(words.last)),
        "/MC1": Dictionary(Type=Name.Pagination, Contents=String(words.full)),
    })  # fmt: skip
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TAGS)
def running_lines(words: Words) -> Made:
    """Headers and footers as artifacts, with the name, as word processors write them."""

    def artifact(kind: str, content: bytes) -> bytes:
        return (
            f"/Artifact <</Type /Pagination /Subtype /{kind} /Attached [/Top]>> BDC\n".encode()
            + content
            + b"EMC\n"
        )

    content = artifact("Header", text(72, 770, words.full)) + marked(text(72, 600, words.after), 0)
    pdf, page = opened(words, content + artifact("Footer", text(72, 30, f"1 | {words.last}")))
    tagged(pdf, page, Dictionary(S=Name.P))
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.TAGS)
def a_table_with_headers(words: Words) -> Made:
    cells = [words.before, words.full, words.after, "2026"]
    content = b"".join(
        marked(text(72 + 200 * (at % 2), 600 - 20 * (at // 2), each), at, "TH" if at < 2 else "TD")
        for at, each in enumerate(cells)
    )
    pdf, page = opened(words, content)
    kinds = [
        Dictionary(
            S=Name.TH if at < 2 else Name.TD,
            A=Dictionary(O=Name.Table, Scope=Name.Column),
            ID=String(f"c{at}"),
        )
        for at in range(4)
    ]
    kinds[3]["/A"] = Dictionary(O=Name.Table, Headers=Array([String(words.last)]))
    tagged(pdf, page, *kinds)
    return saved(pdf), {"also": (words.after, words.before)}


@maker(Surface.TAGS)
def a_link_in_the_structure(words: Words) -> Made:
    pdf, page = opened(words, marked(line(words), 0, "Link") + marked(text(72, 560, words.after), 1))
    link = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 556, 200, 570]), Contents=String(words.full), StructParent=1,
        A=Dictionary(S=Name.URI, URI=String("https://example.org/orchard")),
    ))  # fmt: skip
    page["/Annots"] = Array([link])
    reference = Dictionary(Type=Name.OBJR, Obj=link, Pg=page)
    tagged(
        pdf,
        page,
        Dictionary(S=Name.Link, T=String(words.full)),
        Dictionary(S=Name.Link, K=Array([1, reference]), Alt=String(words.last)),
    )
    return saved(pdf), {"also": (words.after,)}
