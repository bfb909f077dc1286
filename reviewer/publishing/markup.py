# SPDX-License-Identifier: MIT
"""Small accessible HTML pages in two languages: every text is escaped, every table has a caption and header cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from reviewer.model.document import Language

_NAMES = {Language.EN: "English", Language.FR: "Français"}
_STYLE = (
    "body{font-family:sans-serif;line-height:1.5;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0}caption{font-weight:bold;text-align:left}"
    "th,td{border:1px solid #666;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
)


def page(title: str, sections: Mapping[Language, str]) -> str:
    """A page whose sections say the same in each language; links at the top lead to each."""
    links = "".join(
        f'<li><a href="#{language}" lang="{language}" hreflang="{language}">{_NAMES[language]}</a></li>'
        for language in sections
    )
    parts = "".join(
        f'<section id="{language}" lang="{language}">\n{content}</section>\n'
        for language, content in sections.items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Languages / Langues"><ul>{links}</ul></nav>\n<main>\n{parts}</main>\n</body>\n</html>\n'
    )


def heading(text: str, level: int = 1) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>\n"


def paragraph(text: str) -> str:
    """A paragraph."""
    return f"<p>{escape(text)}</p>\n"


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; the first cell of each row is its header."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>\n'
        for row in rows
    )
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n"
    )
