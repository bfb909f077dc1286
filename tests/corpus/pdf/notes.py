# SPDX-License-Identifier: MIT
"""Annotations of every kind, form fields, signatures, media and actions."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String

from tests.corpus.pdf.recipes import Made, Surface, Words, line, maker, opened
from tests.corpus.pdf.sheets import form, helvetica, image_object, picture, saved, text

_RECT = (72, 500, 372, 520)


def _annotated(words: Words, *kinds: str, content: bytes = b"", **more: Any) -> tuple[Any, Any, list[Any]]:
    """A page with an annotation of each kind, one under another."""
    pdf, page = opened(words, content)
    made = [
        pdf.make_indirect(Dictionary({
            "/Type": Name.Annot, "/Subtype": Name(f"/{kind}"), "/P": page,
            "/Rect": Array([_RECT[0], _RECT[1] - 30 * at, _RECT[2], _RECT[3] - 30 * at]),
            **{f"/{key}": value for key, value in more.items()},
        }))
        for at, kind in enumerate(kinds)
    ]  # fmt: skip
    page["/Annots"] = Array(made)
    return pdf, page, made


def _drawn(pdf: Any, words: str) -> Dictionary:
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    return Dictionary(N=form(pdf, text(2, 5, words), fonts, (0, 0, 300, 20)))


@maker(Surface.NOTES)
def notes_with_answers(words: Words) -> bytes:
    pdf, _page, made = _annotated(
        words, "Text", "Text", "Popup", Contents=String(words.full), T=String(words.last)
    )
    made[1]["/IRT"], made[1]["/RT"], made[0]["/Popup"], made[2]["/Parent"] = made[0], Name.R, made[2], made[0]
    made[0]["/Subj"], made[0]["/NM"] = String(words.last), String(words.last)
    made[1]["/StateModel"], made[1]["/State"] = String("Review"), String(words.last)
    return saved(pdf)


@maker(Surface.NOTES)
def a_text_box_of_rich_text(words: Words) -> bytes:
    pdf, _page, (note,) = _annotated(words, "FreeText", Contents=String(words.full))
    note["/RC"] = String(f"<body><p>{words.first}<b>{words.last[:4]}</b>{words.last[4:]}</p></body>")
    note["/DS"], note["/DA"] = String(f"font: {words.last}"), String(f"/{words.last} 12 Tf")
    note["/AP"] = _drawn(pdf, words.full)
    return saved(pdf)


@maker(Surface.NOTES)
def marks_on_the_text(words: Words) -> Made:
    """Highlights and lines on the name keep a copy of it."""
    kinds = ("Highlight", "Underline", "StrikeOut", "Squiggly")
    pdf, _page, made = _annotated(words, *kinds, content=line(words), Contents=String(words.last))
    for each in made:
        each["/QuadPoints"] = Array([72, 612, 300, 612, 72, 598, 300, 598])
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.NOTES)
def drawings_and_stamps(words: Words) -> bytes:
    kinds = ("Stamp", "Ink", "Line", "Square", "Circle", "Polygon", "Caret")
    pdf, _page, made = _annotated(words, *kinds, Contents=String(words.full), Subj=String(words.last))
    made[0]["/Name"], made[0]["/AP"] = Name("/Draft"), _drawn(pdf, words.full)
    made[1]["/InkList"] = Array([Array([72, 470, 90, 480, 100, 470])])
    made[2]["/L"], made[2]["/Cap"] = Array([72, 440, 200, 440]), True
    return saved(pdf)


@maker(Surface.NOTES)
def a_redaction_left_undone(words: Words) -> Made:
    """Somebody marked the name and never applied it; the mark holds its text."""
    pdf, _page, (mark,) = _annotated(words, "Redact", content=line(words), Contents=String(words.full))
    mark["/OverlayText"], mark["/Repeat"] = String(words.last), True
    mark["/QuadPoints"] = Array([72, 612, 300, 612, 72, 598, 300, 598])
    mark["/RO"] = _drawn(pdf, words.full)["/N"]
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.NOTES)
def printers_marks(words: Words) -> bytes:
    kinds = ("Watermark", "PrinterMark", "TrapNet", "Projection")
    pdf, _page, made = _annotated(words, *kinds, Contents=String(words.full))
    for each in made:
        each["/AP"] = _drawn(pdf, words.full)
    made[2]["/Version"] = Array([String(words.last)])
    return saved(pdf)


@maker(Surface.NOTES)
def an_unknown_kind(words: Words) -> bytes:
    pdf, _page, (note,) = _annotated(
        words, words.last if words.last.isascii() else "Tr#e9", Who=String(words.full)
    )
    note["/AP"] = _drawn(pdf, words.full)
    return saved(pdf)


def _form(pdf: Any, page: Any, fields: list[Any], **more: Any) -> None:
    page["/Annots"] = Array(fields)
    values = {"/Fields": Array(fields), **{f"/{key}": value for key, value in more.items()}}
    pdf.Root["/AcroForm"] = pdf.make_indirect(Dictionary(values))


@maker(Surface.FIELDS)
def a_value_and_its_picture(words: Words) -> bytes:
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Tx, T=String("owner"), V=String(words.full))
    field["/DV"], field["/TU"], field["/TM"] = String(words.full), String(words.full), String(words.last)
    field["/AP"], field["/RV"] = _drawn(pdf, words.full), String(f"<p>{words.first} <i>{words.last}</i></p>")
    field["/MK"] = Dictionary(CA=String(words.last), RC=String(words.last), AC=String(words.last))
    field["/DA"] = String(f"/{words.last} 0 Tf 0 g")
    _form(pdf, page, [field], DA=String(f"/{words.last} 0 Tf"), NeedAppearances=True)
    return saved(pdf)


@maker(Surface.FIELDS)
def names_of_fields(words: Words) -> bytes:
    """The name is in the names of a parent and of its kid; the field's value goes with it, and the copy says so."""
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Tx, T=String(words.last), V=String("12"))
    field["/AP"] = _drawn(pdf, "12")
    parent = pdf.make_indirect(Dictionary(T=String(words.full), Kids=Array([field])))
    field["/Parent"] = parent
    _form(pdf, page, [field])
    pdf.Root.AcroForm["/Fields"] = Array([parent])
    return saved(pdf)


@maker(Surface.FIELDS)
def a_letter_a_comb(words: Words) -> bytes:
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Tx, T=String("comb"), V=String(words.last))
    cells = b"".join(text(4 + 20 * at, 5, each) for at, each in enumerate(words.last))
    fonts = Dictionary(Font=Dictionary({"/F1": pdf.make_indirect(helvetica())}))
    field["/AP"] = Dictionary(N=form(pdf, cells, fonts, (0, 0, 300, 20)))
    field["/MaxLen"], field["/Ff"] = 14, 1 << 24
    _form(pdf, page, [field])
    return saved(pdf)


@maker(Surface.FIELDS)
def lists_and_boxes(words: Words) -> bytes:
    pdf, page, made = _annotated(words, "Widget", "Widget")
    options = Array([Array([String("1"), String(words.full)]), String("Nobody")])
    for key, value in (
        ("/FT", Name.Ch),
        ("/T", String("choice")),
        ("/Opt", options),
        ("/V", String("1")),
        ("/I", Array([0])),
    ):
        made[0][key] = value
    made[0]["/AP"] = _drawn(pdf, words.full)
    state = f"/{words.last}"
    made[1]["/FT"], made[1]["/T"], made[1]["/V"], made[1]["/AS"] = (
        Name.Btn,
        String("box"),
        Name(state),
        Name(state),
    )
    shown = _drawn(pdf, "X")["/N"]
    made[1]["/AP"] = Dictionary(N=Dictionary({state: shown}), D=Dictionary({state: shown}))
    _form(pdf, page, made)
    return saved(pdf)


@maker(Surface.FIELDS)
def a_signature(words: Words) -> bytes:
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Sig, T=String("signature"))
    field["/AP"] = _drawn(pdf, f"{words.before} {words.full}")
    field["/V"] = pdf.make_indirect(Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/adbe.pkcs7.detached"), Name=String(words.full),
        Reason=String(words.full), Location=String(words.last), ContactInfo=String(words.last),
        Contents=String(b"0\x82" + words.full.encode()), Cert=String(words.full.encode()), ByteRange=Array([0, 1, 2, 3]),
        Prop_Build=Dictionary(App=Dictionary(Name=Name(f"/{words.last}"))),
    ))  # fmt: skip
    _form(pdf, page, [field], SigFlags=3)
    pdf.Root["/Perms"] = Dictionary(DocMDP=field["/V"])
    pdf.Root["/DSS"] = Dictionary(Certs=Array([pdf.make_indirect(Stream(pdf, words.full.encode()))]))
    return saved(pdf)


@maker(Surface.FIELDS)
def a_form_in_xml(words: Words) -> bytes:
    """A static XFA form: the XML beside the fields has the value too."""
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Tx, T=String("owner"), V=String("x"))
    field["/AP"] = _drawn(pdf, "x")
    parts = [
        (part, pdf.make_indirect(Stream(pdf, f"<{part}>{words.full}</{part}>".encode())))
        for part in ("datasets", "template")
    ]
    _form(pdf, page, [field], XFA=Array([each for name, stream in parts for each in (String(name), stream)]))
    return saved(pdf)


@maker(Surface.FIELDS)
def a_form_that_is_only_xml(words: Words) -> Made:
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Tx, T=String("owner"), V=String("x"))
    stream = pdf.make_indirect(Stream(pdf, f"<xdp><data>{words.full}</data></xdp>".encode()))
    _form(pdf, page, [field], XFA=stream)
    pdf.Root["/NeedsRendering"] = True
    return saved(pdf), {"expect": "refused:UnsupportedContent"}


@maker(Surface.FIELDS)
def a_value_decided_against(words: Words) -> Made:
    """Two fields; one of them goes."""
    pdf, page, made = _annotated(words, "Widget", "Widget", FT=Name.Tx)
    for at, value in enumerate((words.full, words.after)):
        made[at]["/T"], made[at]["/V"], made[at]["/AP"] = String(f"f{at}"), String(value), _drawn(pdf, value)
    _form(pdf, page, made)
    return saved(pdf), {"also": (words.after,)}


@maker(Surface.FIELDS)
def a_value_without_a_picture(words: Words) -> bytes:
    pdf, page, (field,) = _annotated(words, "Widget", FT=Name.Tx, T=String("owner"), V=String(words.full))
    _form(pdf, page, [field], NeedAppearances=True)
    return saved(pdf)


@maker(Surface.MEDIA)
def sounds_and_films(words: Words) -> bytes:
    pdf, _page, made = _annotated(
        words, "Sound", "Movie", "Screen", Contents=String(words.full), T=String(words.last)
    )
    made[0]["/Sound"] = pdf.make_indirect(Stream(pdf, b"RIFF" + words.full.encode(), Dictionary(R=8000)))
    made[1]["/Movie"] = Dictionary(
        F=String(f"{words.last}.avi"), Poster=image_object(pdf, picture(words.first))
    )
    clip = Dictionary(
        S=Name.MCD, N=String(words.full), D=Dictionary(Type=Name.Filespec, UF=String(f"{words.last}.mp4"))
    )
    made[2]["/A"] = Dictionary(S=Name.Rendition, R=Dictionary(S=Name.MR, N=String(words.full), C=clip))
    return saved(pdf)


@maker(Surface.MEDIA)
def models_in_three_dimensions(words: Words) -> bytes:
    pdf, _page, made = _annotated(words, "3D", "RichMedia", Contents=String(words.full))
    made[0]["/3DD"] = pdf.make_indirect(Stream(pdf, words.full.encode(), Dictionary({
        "/Type": Name("/3D"), "/Subtype": Name("/U3D"), "/VA": Array([Dictionary(XN=String(words.full), IN=String(words.last))]),
        "/OnInstantiate": pdf.make_indirect(Stream(pdf, f"// {words.full}".encode())),
    })))  # fmt: skip
    made[0]["/AP"] = _drawn(pdf, words.full)
    asset = Dictionary(
        Type=Name.Filespec,
        UF=String(f"{words.last}.swf"),
        EF=Dictionary(F=pdf.make_indirect(Stream(pdf, words.full.encode()))),
    )
    made[1]["/RichMediaContent"] = Dictionary(
        Assets=Dictionary(Names=Array([String(words.last), pdf.make_indirect(asset)])),
        Configurations=Array([Dictionary(Name=String(words.full))]),
    )
    return saved(pdf)


def _acting(words: Words, *actions: Dictionary) -> tuple[Any, Any]:
    pdf, page, made = _annotated(words, *["Link"] * len(actions))
    for each, action in zip(made, actions, strict=True):
        each["/A"] = action
    return pdf, page


@maker(Surface.ACTIONS)
def scripts_everywhere(words: Words) -> bytes:
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{words.full}')"))
    pdf, page = _acting(words, script)
    long = Dictionary(
        S=Name.JavaScript, JS=pdf.make_indirect(Stream(pdf, f"var who='{words.last}'".encode()))
    )
    pdf.Root["/OpenAction"] = Dictionary(S=Name.Named, N=Name.NextPage, Next=Array([script, long]))
    pdf.Root["/AA"] = Dictionary(WC=script, WS=long, DP=script)
    pdf.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String(words.full), long])))
    page["/AA"] = Dictionary(O=script, C=long)
    page.Annots[0]["/AA"] = Dictionary(E=script, X=long, Fo=script, PV=long)
    return saved(pdf)


@maker(Surface.ACTIONS)
def files_and_programs(words: Words) -> bytes:
    path = String(f"C:\\{words.last}\\{words.full}.docx")
    pdf, _page = _acting(
        words,
        Dictionary(S=Name.Launch, F=path, Win=Dictionary(F=path, P=String(words.full), D=String(words.last))),
        Dictionary(
            S=Name.GoToR,
            F=Dictionary(Type=Name.Filespec, UF=path, Desc=String(words.full)),
            D=String(words.last),
        ),
        Dictionary(S=Name.GoToE, F=path, T=Dictionary(R=Name.C, N=String(words.full))),
        Dictionary(
            S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String(f"https://example.org/{words.last}"))
        ),
        Dictionary(S=Name.ImportData, F=path),
        Dictionary(S=Name.Hide, T=String(words.last)),
        Dictionary(S=Name.ResetForm, Fields=Array([String(words.last)])),
        Dictionary(S=Name.Thread, F=path, D=String(words.full)),
        Dictionary(S=Name.SetOCGState, State=Array([Name(f"/{words.last}")])),
    )
    return saved(pdf)
