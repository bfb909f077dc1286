# SPDX-License-Identifier: MIT
"""Links, bookmarks, attached files, properties, and every entry of the catalogue and of pages that can hold words."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.recipes import Made, Surface, Words, line, maker, opened
from tests.corpus.pdf.sheets import add_page, image_object, new_pdf, paragraph, picture, saved, text


def _link(pdf: Any, at: int, **more: Any) -> Any:
    values = {f"/{key}": value for key, value in more.items()}
    box = Array([72, 700 - 20 * at, 300, 715 - 20 * at])
    return pdf.make_indirect(Dictionary({"/Type": Name.Annot, "/Subtype": Name.Link, "/Rect": box, **values}))


@maker(Surface.LINKS)
def addresses(words: Words) -> bytes:
    """Plain, percent-encoded, in the query, as a mail address."""
    pdf, page = opened(words)
    shown = (words.last, quote(words.full), quote(words.last).lower(), f"?q={quote(quote(words.last))}")
    targets = [f"https://example.org/{each}" for each in shown]
    targets += [f"mailto:{quote(words.last)}@example.org", "https://example.org/orchard"]
    page["/Annots"] = Array([
        _link(pdf, at, A=Dictionary(S=Name.URI, URI=String(each.encode())), PA=Dictionary(S=Name.URI, URI=String(each.encode())))
        for at, each in enumerate(targets)
    ])  # fmt: skip
    pdf.Root["/URI"] = Dictionary(Base=String(f"https://example.org/{words.last}/"))
    return saved(pdf)


@maker(Surface.LINKS)
def named_destinations(words: Words) -> bytes:
    pdf, page = opened(words)
    spot = Array([page, Name.XYZ, 0, 700, 0])
    pdf.Root["/Names"] = Dictionary(
        Dests=Dictionary(
            Kids=Array(
                [Dictionary(Limits=Array([String(words.last)] * 2), Names=Array([String(words.last), spot]))]
            )
        )
    )
    pdf.Root["/Dests"] = Dictionary({f"/{words.last}": spot})
    page["/Annots"] = Array([
        _link(pdf, 0, Dest=String(words.last), Contents=String(words.full)),
        _link(pdf, 1, Dest=Name(f"/{words.last}")),
        _link(pdf, 2, A=Dictionary(S=Name.GoTo, D=String(words.last))),
    ])  # fmt: skip
    return saved(pdf)


@maker(Surface.LINKS)
def links_with_words(words: Words) -> Made:
    """A good link over the name: it has a description and a place of its own."""
    pdf, page = opened(words, line(words))
    target = Dictionary(S=Name.URI, URI=String("https://example.org/orchard"))
    page["/Annots"] = Array([_link(pdf, 0, A=target, Contents=String(words.full), NM=String(words.last))])
    page.Annots[0]["/Rect"] = Array([72, 596, 300, 612])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.BOOKMARKS)
def titles_of_bookmarks(words: Words) -> bytes:
    pdf, _page = opened(words)
    with pdf.open_outline() as outline:
        top = pikepdf.OutlineItem(f"{words.before} {words.full}", 0)
        top.children.append(pikepdf.OutlineItem(words.last, 0))
        top.children.append(pikepdf.OutlineItem(words.after, 0))
        outline.root.append(top)
    return saved(pdf)


@maker(Surface.BOOKMARKS)
def bookmarks_that_act(words: Words) -> bytes:
    pdf, _page = opened(words)
    items = [
        Dictionary(Title=String(words.after), A=Dictionary(S=Name.JavaScript, JS=String(words.full))),
        Dictionary(
            Title=String("\ufeff" + words.last),
            A=Dictionary(S=Name.URI, URI=String(f"https://example.org/{words.last}")),
        ),
        Dictionary(Title=String(words.after), Dest=String(words.last), SE=Dictionary(T=String(words.full))),
    ]
    made = [pdf.make_indirect(each) for each in items]
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=made[0], Last=made[-1], Count=len(made)))
    for at, each in enumerate(made):
        each["/Parent"] = root
        if at:
            each["/Prev"], made[at - 1]["/Next"] = made[at - 1], each
    pdf.Root["/Outlines"] = root
    return saved(pdf)


@maker(Surface.BOOKMARKS)
def threads_and_labels(words: Words) -> bytes:
    pdf, page = opened(words)
    bead = pdf.make_indirect(Dictionary(P=page, R=Array([72, 600, 300, 700])))
    thread = pdf.make_indirect(
        Dictionary(F=bead, I=Dictionary(Title=String(words.full), Author=String(words.last)))
    )
    bead["/T"], bead["/N"], bead["/V"], page["/B"] = thread, bead, bead, Array([bead])
    pdf.Root["/Threads"] = Array([thread])
    pdf.Root["/PageLabels"] = Dictionary(Nums=Array([0, Dictionary(P=String(f"{words.last}-"), S=Name.r)]))
    return saved(pdf)


def _file(pdf: Any, name: str, data: bytes, **more: Any) -> Any:
    params = Dictionary(Size=len(data), ModDate=String("D:20260101"))
    stream = pdf.make_indirect(Stream(pdf, data, Dictionary(Type=Name.EmbeddedFile, Params=params)))
    return pdf.make_indirect(Dictionary({
        "/Type": Name.Filespec, "/F": String(name), "/UF": String(name), "/EF": Dictionary(F=stream, UF=stream),
        **{f"/{key}": value for key, value in more.items()},
    }))  # fmt: skip


def _word_file(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", content)
    return buffer.getvalue()


@maker(Surface.FILES)
def files_of_the_names(words: Words) -> bytes:
    pdf, _page = opened(words)
    spec = _file(
        pdf, f"{words.last}.txt", words.full.encode(), Desc=String(words.full), Subtype=Name(f"/{words.last}")
    )
    pdf.Root["/Names"] = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(words.last), spec])))
    return saved(pdf)


@maker(Surface.FILES)
def files_of_the_parts(words: Words) -> bytes:
    """Associated with the catalogue, a page, a Form's place and a note."""
    pdf, page = opened(words)
    inner, _page = opened(words, line(words))
    pdf.Root["/AF"] = Array([_file(pdf, "a.pdf", saved(inner))])
    page["/AF"] = Array([_file(pdf, f"{words.last}.docx", _word_file(words.full.encode()))])
    page["/Annots"] = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([72, 600, 90, 620]), Contents=String(words.full),
        FS=_file(pdf, "b.txt", words.last.encode("utf-16")),
    ))])  # fmt: skip
    return saved(pdf)


@maker(Surface.FILES)
def a_file_in_a_file_in_a_file(words: Words) -> bytes:
    """A PDF in a Word file in a PDF."""
    inner, _page = opened(words, line(words))
    pdf, _page = opened(words)
    pdf.attachments["report.docx"] = _word_file(saved(inner))
    return saved(pdf)


@maker(Surface.FILES)
def a_portfolio(words: Words) -> Made:
    pdf, _page = opened(words)
    pdf.attachments[f"{words.last}.txt"] = words.full.encode()
    pdf.Root["/Collection"] = Dictionary(
        View=Name.D,
        D=String(words.last),
        Schema=Dictionary(Who=Dictionary(Subtype=Name.S, N=String(words.full))),
    )
    return saved(pdf), {"expect": "refused:UnsupportedContent"}


@maker(Surface.PROPERTIES)
def information(words: Words) -> bytes:
    pdf, _page = opened(words)
    for key in ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Company", "SourceModified"):
        pdf.docinfo[f"/{key}"] = String(f"{key} {words.full}")
    pdf.docinfo[f"/{words.last}"] = String("yes")
    pdf.docinfo["/Trapped"] = Name(f"/{words.last}")
    return saved(pdf)


@maker(Surface.PROPERTIES)
def metadata_packets(words: Words) -> bytes:
    """Of the document, a page, an image and a font; with a history, comments and processing instructions."""
    pdf, page = opened(words, b"q 100 0 0 30 72 400 cm /I1 Do Q")
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<!-- {words.full} --><?note {words.last}?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<rdf:Description rdf:about="{words.last}" dc:source="{words.full}"><dc:creator><rdf:Seq><rdf:li>{words.full}'
        "</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>" + " " * 50 + f'{words.last}<?xpacket end="w"?>'
    )  # fmt: skip
    image = image_object(pdf, picture("x", (60, 20)))
    page.Resources["/XObject"] = Dictionary({"/I1": image})
    for holder in (pdf.Root, page, image, page.Resources.Font["/F1"]):
        holder["/Metadata"] = pdf.make_indirect(
            Stream(pdf, packet.encode(), Dictionary(Type=Name.Metadata, Subtype=Name.XML))
        )
    return saved(pdf)


@maker(Surface.PROPERTIES)
def private_data(words: Words) -> bytes:
    pdf, page = opened(words)
    data = Dictionary(
        LastModified=String("D:2026"),
        Private=Dictionary(Undo=pdf.make_indirect(Stream(pdf, words.full.encode()))),
    )
    for holder in (pdf.Root, page):
        holder["/PieceInfo"] = Dictionary({f"/{words.last}": data})
    pdf.trailer["/ID"] = Array([String(words.last.encode()), String(words.full.encode())])
    pdf.trailer["/DocChecksum"] = Name(f"/{words.last}")
    return saved(pdf)


@maker(Surface.CATALOG)
def entries_of_the_catalogue(words: Words) -> bytes:
    pdf, _page = opened(words)
    name, full = String(words.last), String(words.full)
    root = pdf.Root
    root["/Lang"], root["/Version"] = name, Name("/1.7")
    root["/OutputIntents"] = Array([Dictionary(
        S=Name("/GTS_PDFA1"), OutputConditionIdentifier=full, Info=full, RegistryName=name, OutputCondition=name,
        DestOutputProfile=pdf.make_indirect(Stream(pdf, b"acsp" + words.full.encode(), Dictionary(N=3))),
    )])  # fmt: skip
    root["/SpiderInfo"] = Dictionary(V=1.0, C=Array([Dictionary(URL=full, CT=name)]))
    root["/Legal"] = Dictionary(Attestation=full)
    root["/Requirements"] = Array([Dictionary(S=Name.EnableJavaScripts, RH=Dictionary(Script=full))])
    root["/Extensions"] = Dictionary(ADBE=Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=3, URL=full))
    root["/DPartRoot"] = Dictionary(
        NodeNameList=Array([Name(f"/{words.last}")]), DPartRootNode=Dictionary(DPM=Dictionary(Who=full))
    )
    root["/ViewerPreferences"] = Dictionary(PrintPageRange=Array([1, 1]), Who=full)
    root["/UnknownEntry"] = Array([full, name])
    return saved(pdf)


@maker(Surface.CATALOG)
def trees_of_names(words: Words) -> bytes:
    pdf, page = opened(words)
    pair = Array([String(words.full), Dictionary(Who=String(words.full))])
    trees = {
        f"/{each}": Dictionary(Names=pair)
        for each in ("AP", "Pages", "Templates", "IDS", "URLS", "Renditions", "AlternatePresentations")
    }
    pdf.Root["/Names"] = Dictionary(trees)
    hidden = pdf.make_indirect(Dictionary(page))
    hidden["/Type"], hidden["/Contents"] = Name.Template, pdf.make_indirect(Stream(pdf, line(words)))
    pdf.Root.Names["/Templates"] = Dictionary(Names=Array([String(words.last), hidden]))
    return saved(pdf)


@maker(Surface.CATALOG)
def entries_of_the_page(words: Words) -> bytes:
    pdf, page = opened(words)
    full, name = String(words.full), Name(f"/{words.last}")
    page["/Thumb"] = image_object(pdf, picture(words.last, (76, 98)))
    page["/SeparationInfo"] = Dictionary(DeviceColorant=name, Pages=Array([page]))
    page["/VP"] = Array(
        [
            Dictionary(
                Type=Name.Viewport,
                BBox=Array([0, 0, 9, 9]),
                Name=full,
                Measure=Dictionary(Subtype=Name.RL, R=full),
            )
        ]
    )
    page["/PresSteps"] = Dictionary(NA=Dictionary(S=Name.JavaScript, JS=full))
    page["/LastModified"], page["/TemplateInstantiated"], page["/PZ"] = full, name, 1.5
    page["/BoxColorInfo"] = Dictionary(CropBox=Dictionary(Who=full))
    page["/ID"], page["/Hid"] = String(words.full.encode()), full
    page["/Group"] = Dictionary(
        S=Name.Transparency, Who=full, CS=Array([Name.Separation, name, Name.DeviceGray, Name.Identity])
    )
    page["/Trans"] = Dictionary(S=name)
    return saved(pdf)


@maker(Surface.CATALOG)
def resources_that_nobody_uses(words: Words) -> bytes:
    pdf, page = opened(words)
    unused = pdf.make_indirect(
        Stream(pdf, line(words), Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
    )
    page.Resources["/XObject"] = Dictionary({"/Unused": unused, f"/{words.last}": unused})
    page.Resources["/Properties"] = Dictionary(MC0=Dictionary(Who=String(words.full)))
    page.Resources["/ProcSet"] = Array([Name(f"/{words.last}")])
    page.Resources["/Strange"] = String(words.full)
    page.Resources.Font[f"/{words.last}"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{words.last}")
    )
    pdf.Root.Pages["/Resources"] = Dictionary(XObject=Dictionary({"/Old": unused}))
    return saved(pdf)


@maker(Surface.CATALOG)
def a_second_document_inside(words: Words) -> bytes:
    """Another catalogue with pages of its own, which nothing leads to but a private key."""
    pdf, _page = opened(words)
    other = new_pdf()
    add_page(other, paragraph(words.line) + text(72, 100, words.last))
    pdf.Root["/Elsewhere"] = pdf.copy_foreign(other.pages[0].obj)
    return saved(pdf)
