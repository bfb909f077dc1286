# SPDX-License-Identifier: MIT
"""Secrets in the ZIP itself, and packages that must be refused."""

from __future__ import annotations

import io
import warnings
import zipfile

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.pack import (
    line,
    package,
    part,
)


@maker(Surface.ZIP, numbers=True)
def zip_slack(words: Words) -> Case:
    data = package(words.kept, comment=words.secret.encode()) + words.secret.encode()
    return Case("zip_slack", words, data, Outcome.DROPPED)


@maker(Surface.ZIP)
def bytes_before(words: Words) -> Case:
    """A ZIP is read from its end; the copy is a new one that begins where it should."""
    data = package(words.kept, prefix=words.secret.encode())
    return Case("bytes_before", words, data, Outcome.DROPPED)


@maker(Surface.ZIP)
def zip_names(words: Words) -> Case:
    data = package(words.kept, parts={f"word/{words.secret}.xml": "<x/>", "../../evil.txt": words.secret})
    return Case("zip_names", words, data, Outcome.DROPPED)


@maker(Surface.ZIP)
def zip_extra(words: Words) -> Case:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(words.kept))) as source, zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            made = zipfile.ZipInfo(info.filename)
            made.comment = words.secret.encode()
            made.extra = (
                b"\x99\x99" + len(words.secret.encode()).to_bytes(2, "little") + words.secret.encode()
            )
            target.writestr(made, source.read(info))
    return Case("zip_extra", words, buffer.getvalue(), Outcome.DROPPED)


@maker(Surface.ZIP)
def zip_twice(words: Words) -> Case:
    other = part("document", f"<w:body>{line(words.secret)}<w:sectPr/></w:body>")
    buffer = io.BytesIO(package(words.kept))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr(zipfile.ZipInfo("word/document.xml"), other)
    return Case("zip_twice", words, buffer.getvalue(), Outcome.REFUSED, error="HostileContent")


@maker(Surface.XML)
def doctype(words: Words) -> Case:
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e "{words.secret}">]>'
        + part("document", f"<w:body>{line('&e;')}<w:sectPr/></w:body>").partition("?>")[2]
    )
    return Case(
        "doctype",
        words,
        package("", parts={"word/document.xml": document}),
        Outcome.REFUSED,
        error="HostileContent",
    )


@maker(Surface.REFUSED)
def broken_xml(words: Words) -> Case:
    return Case(
        "broken_xml",
        words,
        package(words.kept + line(words.secret) + "<w:p>"),
        Outcome.REFUSED,
        error="DamagedFile",
    )


@maker(Surface.REFUSED)
def no_body(words: Words) -> Case:
    return Case(
        "no_body",
        words,
        package("", parts={"word/document.xml": part("document", line(words.secret))}),
        Outcome.REFUSED,
        error="DamagedFile",
    )


@maker(Surface.REFUSED)
def not_word(words: Words) -> Case:
    return Case(
        "not_word",
        words,
        package("", parts={"word/document.xml": f"<x>{words.secret}</x>"}),
        Outcome.REFUSED,
        error="UnsupportedFormat",
    )
