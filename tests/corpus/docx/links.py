# SPDX-License-Identifier: MIT
"""Secrets in links."""

from __future__ import annotations

from urllib.parse import quote

from tests.corpus.docx.case import Case, Surface, Words, maker
from tests.corpus.docx.pack import (
    Rel,
    package,
    para,
    run,
)


def _link(words: Words, name: str, target: str, **options: object) -> Case:
    body = words.kept + para(f'<w:hyperlink r:id="rId9">{run("site")}</w:hyperlink>')
    data = package(body, rels=[Rel("rId9", "hyperlink", target, external=True)])
    return Case(name, words, data, keep=("site",), **options)  # type: ignore[arg-type]


@maker(Surface.LINKS, numbers=True)
def link_mail(words: Words) -> Case:
    return _link(
        words, "link_mail", f"mailto:x@mail.example?subject={quote(words.secret)}", kind="link_target"
    )


@maker(Surface.LINKS, numbers=True)
def link_web(words: Words) -> Case:
    return _link(words, "link_web", f"https://www.example.org/p?q={quote(words.secret)}", kind="link_target")


@maker(Surface.LINKS)
def link_twice_encoded(words: Words) -> Case:
    target = f"https://www.example.org/{quote(quote(words.secret))}"
    return _link(words, "link_twice_encoded", target, kind="link_target")


@maker(Surface.LINKS)
def link_file(words: Words) -> Case:
    return _link(words, "link_file", f"file:///C:/Users/{quote(words.secret)}/plan.docx", kind="link_target")


@maker(Surface.LINKS)
def link_field(words: Words) -> Case:
    body = words.kept + para(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> HYPERLINK "https://www.example.org/{quote(words.secret)}" \\o "tip" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("site")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return Case("link_field", words, package(body), kind="link_target", keep=("site",))


@maker(Surface.LINKS, numbers=True)
def link_text(words: Words) -> Case:
    """The secret is the link's text; its address repeats only the family name."""
    body = words.kept + para(f'<w:hyperlink r:id="rId9">{run(words.secret)}</w:hyperlink>')
    target = f"https://www.example.org/staff/{quote(words.last.lower())}"
    data = package(body, rels=[Rel("rId9", "hyperlink", target, external=True)])
    return Case("link_text", words, data, kind="body", secrets=(words.secret,))
