# SPDX-License-Identifier: MIT
"""Reads Word documents with code that shares nothing with the product, to check what the product says of them."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator

import docx
from lxml import etree
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
OUT_OF_VIEW = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", FALLBACK})
PARTS = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml")
FREE_ATTRIBUTES = frozenset(
    [
        "descr",
        "title",
        "name",
        "string",
        "alt",
        "typeface",
        "ascii",
        "hAnsi",
        "cs",
        "eastAsia",
        "anchor",
        "author",
    ]
)
FREE_VALUES = frozenset(["name", "aliases", "lvlText", "tblCaption", "tblDescription", "alias", "tag"])
FIXED_NAMES = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/core\.xml|"
    r"word/(?:_rels/)?(?:document|styles|numbering|settings|header\d+|footer\d+|footnotes|endnotes|theme/theme\d+|"
    r"media/image\d+|charts/chart\d+)\.(?:xml|xml\.rels|png)"
)
"""Parts whose names the format prescribes."""
OWN_NAMES = re.compile(r"Theme|[Hh]eader|[Ff]ooter|Style \d+")
"""Names of the theme and of styles that are the format's own, or a number, whatever a document says."""
PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
WORD_LETTERS = 4
RAW_LETTERS = 6
"""Letters from which a word is searched in the bytes of pictures, where a shorter one stands by chance."""


def entries(data: bytes) -> dict[str, bytes]:
    """The inflated entries of the package by name. Raises BadZipFile and zlib's errors."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {each.filename: archive.read(each) for each in archive.infolist()}


def words_in_view(data: bytes) -> list[str]:
    """The distinct words of four letters or more that stand in the text of a document; [] when it is none."""
    found: set[str] = set()
    try:
        for name, content in entries(data).items():
            if PARTS.fullmatch(name.replace("\\", "/").lstrip("/").lower()):
                root = _parsed(content.replace(STRICT[1:-1].encode(), W[1:-1].encode()))
                for paragraph in root.iter(f"{W}p"):
                    found.update(_words("".join(_characters(paragraph))))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, OSError, NotImplementedError, EOFError):
        return []
    return sorted(found)


def _words(text: str) -> Iterator[str]:
    for token in _tokens(text):
        if len(token) >= WORD_LETTERS and all(unicodedata.category(sign)[0] in "LM" for sign in token):
            yield token


def _tokens(text: str) -> list[str]:
    joined = "".join(sign if unicodedata.category(sign)[0] in "LMN" or sign == "_" else " " for sign in text)
    return joined.split()


def folded(text: str) -> str:
    """Letters without case, width and accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})


def leaks(data: bytes, secrets: Iterable[str], ours: Iterable[str]) -> list[str]:
    """Where secrets are still found as whole words; `ours` are the sentences that the product itself wrote."""
    wanted = {folded(each): each for each in secrets}
    places: list[str] = []
    for name, content in entries(data).items():
        texts = [*_texts(content, ours)] if name.endswith((".xml", ".rels")) else []
        named = [] if FIXED_NAMES.fullmatch(name) else [("name", name)]
        for kind, text in [*texts, *named]:
            hit = wanted.keys() & set(_tokens(folded(text)))
            places.extend(f"{name}: {kind}" for _ in hit)
        if not name.endswith((".xml", ".rels")):
            places.extend(f"{name}: raw" for each in wanted.values() if _in_raw(each, content))
    return places


def _in_raw(secret: str, content: bytes) -> bool:
    codes = (secret.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be"))
    return len(secret) >= RAW_LETTERS and any(each in content for each in codes)


def _texts(content: bytes, ours: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs, other texts, and the attributes that may hold any words; all others hold words of the format."""
    root = _parsed(content)
    for paragraph in root.iter(f"{W}p"):
        yield "paragraph", _without("".join(_characters(paragraph)), ours)
    for each in root.iter():
        if each.tag not in {f"{W}t", MATH_TEXT} and (each.text or "").strip() not in PAGE_FIELDS:
            yield "text", _without(f"{each.text or ''} {each.tail or ''}", ours)
        tag = etree.QName(each).localname
        for key, value in each.attrib.items():
            name = etree.QName(key).localname
            free = name in FREE_ATTRIBUTES or (name == "val" and tag in FREE_VALUES)
            if free or (name == "Target" and each.get("TargetMode") == "External"):
                yield f"{tag}/@{name}", "" if OWN_NAMES.fullmatch(str(value)) else str(value)


def _without(text: str, ours: Iterable[str]) -> str:
    for each in ours:
        text = text.replace(each, " ")
    return text


def _parsed(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _characters(element: Element) -> Iterator[str]:
    """The characters of a paragraph in view; a text box has paragraphs of its own."""
    for each in element.iterchildren(etree.Element):
        name = str(each.tag).removeprefix(W)
        if each.tag in OUT_OF_VIEW or name in {"txbxContent", "instrText"}:
            continue
        if name == "t" or each.tag == MATH_TEXT:
            yield each.text or ""
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "sym":
            yield chr(int(each.get(f"{W}char", "20"), 16))
        else:
            yield from _characters(each)


def _blocks(container: Element) -> Iterator[str]:
    for each in container.iterchildren(f"{W}p", f"{W}tbl"):
        if each.tag == f"{W}p":
            yield "".join(_characters(each))
        else:
            for row in each.iterchildren(f"{W}tr"):
                yield "\t".join("\n".join(_blocks(cell)) for cell in row.iterchildren(f"{W}tc"))


def texts_of_copy(data: bytes) -> dict[str, list[str]]:
    """The texts of a copy as python-docx opens it: body, text boxes, headers and footers, notes."""
    document = docx.Document(io.BytesIO(data))
    texts: dict[str, list[str]] = {"body": [], "text_box": [], "header": [], "note": []}
    for part in document.part.package.iter_parts():
        name = str(part.partname).strip("/")
        if not PARTS.fullmatch(name):
            continue
        root = _parsed(part.blob)
        texts["text_box"] += ["\n".join(_blocks(box)) for box in root.iter(f"{W}txbxContent")]
        if name == "word/document.xml":
            texts["body"] += ["\n".join(_blocks(next(root.iterchildren(f"{W}body"))))]
        elif "notes" in name:
            notes = [each for each in root.iterchildren() if each.get(f"{W}type") is None]
            texts["note"] += ["\n".join(_blocks(each)) for each in notes]
        else:
            texts["header"] += ["\n".join(_blocks(root))]
    return texts
