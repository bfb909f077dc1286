# SPDX-License-Identifier: MIT
"""More of links: schemes, encodings, tooltips, links on pictures and shapes, in frames."""

from __future__ import annotations

import base64
from urllib.parse import quote

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.graphics import WPS, box, inline
from tests.corpus.docx.pack import Rel, complex_field, line, package, para, part, rels_xml, run


def _to(name: str, words: Words, address: str, attributes: str = "", **options: object) -> Case:
    body = words.kept + para(f'<w:hyperlink r:id="rId9" {attributes}>{run("site")}</w:hyperlink>')
    data = package(body, rels=[Rel("rId9", "hyperlink", address, external=True)])
    options.setdefault("kind", "link_target")
    return Case(name, words, data, keep=("site",), **options)  # type: ignore[arg-type]


@maker(Surface.LINKS, numbers=True)
def link_all_encoded(words: Words) -> Case:
    coded = "".join(f"%{byte:02x}" for byte in words.secret.encode())
    return _to("link_all_encoded", words, f"https://www.example.org/{coded}")


@maker(Surface.LINKS)
def link_plus_signs(words: Words) -> Case:
    address = f"https://www.example.org/s?q={quote(words.first)}+{quote(words.last)}"
    return _to("link_plus_signs", words, address)


@maker(Surface.LINKS)
def link_user_name(words: Words) -> Case:
    return _to(
        "link_user_name", words, f"https://{quote(words.last)}@www.example.org/", secrets=(words.last,)
    )


@maker(Surface.LINKS, numbers=True)
def link_fragment(words: Words) -> Case:
    return _to("link_fragment", words, "https://www.example.org/", f'w:anchor="{quote(words.secret)}"')


@maker(Surface.LINKS)
def link_network_path(words: Words) -> Case:
    return _to("link_network_path", words, f"\\\\server\\{words.secret}\\plan.docx")


@maker(Surface.LINKS)
def link_telephone(words: Words) -> Case:
    number = "613-555-0142"
    return _to("link_telephone", words, "tel:+16135550142", secrets=(number,))


@maker(Surface.LINKS)
def link_script(words: Words) -> Case:
    return _to("link_script", words, f"javascript:alert('{words.secret}')")


@maker(Surface.LINKS)
def link_base64(words: Words) -> Case:
    coded = base64.urlsafe_b64encode(words.secret.encode()).decode()
    return _to("link_base64", words, f"https://www.example.org/?u={coded}", outcome=Outcome.DROPPED)


@maker(Surface.LINKS)
def link_tooltip(words: Words) -> Case:
    attributes = f'w:tooltip="{words.secret}" w:docLocation="{words.last}" w:tgtFrame="{words.last}"'
    return _to("link_tooltip", words, "https://www.example.org/", attributes, outcome=Outcome.DROPPED)


@maker(Surface.LINKS, numbers=True)
def link_cut_text(words: Words) -> Case:
    letters = "".join(run(letter, '<w:color w:val="0563C1"/>') for letter in words.secret)
    body = words.kept + para(f'<w:hyperlink r:id="rId9">{letters}</w:hyperlink>')
    data = package(body, rels=[Rel("rId9", "hyperlink", "https://www.example.org/", external=True)])
    return Case("link_cut_text", words, data, kind="body")


@maker(Surface.LINKS)
def link_on_a_shape(words: Words) -> Case:
    click = f'<wp:docPr id="1" name="n"><a:hlinkClick r:id="rId9" tooltip="{words.secret}"/></wp:docPr>'
    shape = inline(box("inside"), WPS).replace('<wp:docPr id="1" name="n"/>', click)
    data = package(
        words.kept + para(shape),
        rels=[Rel("rId9", "hyperlink", f"https://www.example.org/{quote(words.secret)}", external=True)],
    )
    return Case("link_on_a_shape", words, data, Outcome.DROPPED, keep=("inside",))


@maker(Surface.LINKS)
def link_of_a_drawn_shape(words: Words) -> Case:
    shape = (
        f'<w:r><w:pict><v:shape href="https://www.example.org/{words.last}" title="{words.secret}" target="{words.last}" '
        f'style="width:9pt"><v:textbox><w:txbxContent>{line("inside")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    )
    return in_body("link_of_a_drawn_shape", words, para(shape), outcome=Outcome.DROPPED, keep=("inside",))


@maker(Surface.LINKS)
def link_field_to_mail(words: Words) -> Case:
    coded = quote(words.secret)
    content = para(
        complex_field(f' HYPERLINK "mailto:a@mail.example?cc={coded}" \\t "{words.last}" ', run("write"))
    )
    return in_body("link_field_to_mail", words, content, kind="link_target", keep=("write",))


@maker(Surface.LINKED)
def framed_pages(words: Words) -> Case:
    frames = part(
        "webSettings",
        f'<w:frameset><w:frame><w:name w:val="{words.last}"/><w:sourceFileName r:id="rId1"/></w:frame></w:frameset>',
    )
    rels = rels_xml([Rel("rId1", "frame", f"file:///C:/{quote(words.secret)}.htm", external=True)])
    data = package(
        words.kept,
        rels=[Rel("rId3", "webSettings", "webSettings.xml")],
        parts={"word/webSettings.xml": frames, "word/_rels/webSettings.xml.rels": rels},
    )
    return Case("framed_pages", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))
