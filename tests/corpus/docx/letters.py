# SPDX-License-Identifier: MIT
"""Secrets in the running text: cut into runs, spelt with symbols, in characters in disguise."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import (
    line,
    para,
    run,
)


@maker(Surface.RUNS, numbers=True)
def plain(words: Words) -> Case:
    return in_body("plain", words, line(f"Met with {words.secret} again."))


@maker(Surface.RUNS, numbers=True)
def split_runs(words: Words) -> Case:
    letters = "".join(
        f'<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="{n}" w:name="m{n}"/><w:bookmarkEnd w:id="{n}"/>'
        f"{run(letter, '<w:b/>' if n % 2 else '')}<w:r><w:lastRenderedPageBreak/></w:r>"
        for n, letter in enumerate(words.secret)
    )
    return in_body("split_runs", words, para(run("Met ") + letters + run(" again.")))


@maker(Surface.RUNS, numbers=True)
def across_paragraphs(words: Words) -> Case:
    return in_body("across_paragraphs", words, line(f"Met {words.first}") + line(f"{words.last} again."))


@maker(Surface.ATOMS, numbers=True)
def equation(words: Words) -> Case:
    content = para(
        f"<m:oMath><m:f><m:num><m:r><m:t>{words.first}</m:t></m:r></m:num><m:den><m:r><m:t>{words.last}</m:t></m:r></m:den></m:f></m:oMath>"
    )
    return in_body("equation", words, content)


@maker(Surface.ATOMS)
def equation_kept(words: Words) -> Case:
    content = para(
        '<m:oMath><m:d><m:dPr><m:begChr m:val="Q"/><m:ctrlPr><w:rPr/></m:ctrlPr></m:dPr><m:e><m:r><m:t>E=mc</m:t></m:r></m:e></m:d></m:oMath>'
    )
    return in_body("equation_kept", words, content + line(words.secret), keep=("E=mc",))


@maker(Surface.ATOMS, numbers=True)
def symbols(words: Words) -> Case:
    content = "".join(
        f'<w:r><w:sym w:font="Arial" w:char="F0{ord(letter):02X}"/></w:r>' for letter in words.secret
    )
    return in_body("symbols", words, para(run("Met ") + content))


@maker(Surface.ATOMS, numbers=True)
def ruby(words: Words) -> Case:
    content = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('ab')}</w:rt><w:rubyBase>{run(words.secret)}</w:rubyBase></w:ruby></w:r>"
    return in_body("ruby", words, para(content))


@maker(Surface.ATOMS, numbers=True)
def breaks_inside(words: Words) -> Case:
    content = (
        f"<w:r><w:t>{words.first[:2]}</w:t><w:softHyphen/><w:t>{words.first[2:]}</w:t><w:tab/><w:t>{words.last[:4]}</w:t>"
        f"<w:noBreakHyphen/><w:t>{words.last[4:]}</w:t><w:br/></w:r>"
    )
    return in_body("breaks_inside", words, para(content))


@maker(Surface.UNICODE)
def disguises(words: Words) -> Case:
    import unicodedata

    apart = unicodedata.normalize("NFD", words.secret)
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in words.secret)
    zero = "\u200b".join(words.secret)
    spaced = words.secret.replace(" ", "\u00a0")
    cyrillic = words.secret.replace("e", "\u0435").replace("a", "\u0430")
    return in_body("disguises", words, "".join(line(each) for each in (apart, wide, zero, spaced, cyrillic)))
