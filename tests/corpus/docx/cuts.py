# SPDX-License-Identifier: MIT
"""Secrets cut into runs by whatever may stand between two letters of one word."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import Rel, line, package, para, part, run

_AUTHOR = 'w:author="X" w:date="2026-01-01T00:00:00Z"'


def _halves(words: Words) -> tuple[str, str]:
    """The secret cut in the middle of its first word."""
    return words.secret[:3], words.secret[3:]


def _cut(name: str, words: Words, between: str) -> Case:
    """The secret with a piece of markup after its third character."""
    before, after = _halves(words)
    return in_body(name, words, para(run(f"Met {before}") + between + run(f"{after} again.")))


@maker(Surface.RUNS, numbers=True)
def cut_by_revision_ids(words: Words) -> Case:
    letters = "".join(
        f'<w:r w:rsidR="00{n:02X}1234" w:rsidRPr="00AB{n:02X}34"><w:rPr><w:noProof/><w:lang w:val="fr-CA"/></w:rPr>'
        f'<w:t xml:space="preserve">{letter}</w:t></w:r>'
        for n, letter in enumerate(words.secret)
    )
    return in_body("cut_by_revision_ids", words, para(run("Met ") + letters))


@maker(Surface.RUNS)
def cut_by_bookmark(words: Words) -> Case:
    return _cut(
        "cut_by_bookmark", words, '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
    )


@maker(Surface.RUNS)
def cut_by_comment_range(words: Words) -> Case:
    before, after = _halves(words)
    body = words.kept + para(
        f'<w:commentRangeStart w:id="0"/>{run(before)}<w:commentRangeEnd w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r>{run(after)}'
    )
    comments = part("comments", f'<w:comment w:id="0" w:author="X">{line("Check the spelling")}</w:comment>')
    data = package(
        body, rels=[Rel("rId3", "comments", "comments.xml")], parts={"word/comments.xml": comments}
    )
    return Case("cut_by_comment_range", words, data, kind="body")


@maker(Surface.RUNS, numbers=True)
def cut_by_control(words: Words) -> Case:
    before, after = _halves(words)
    control = f"<w:sdt><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent>{run(before)}</w:sdtContent></w:sdt>"
    return in_body("cut_by_control", words, para(run("Met ") + control + run(after)))


@maker(Surface.RUNS, numbers=True)
def cut_by_link(words: Words) -> Case:
    before, after = _halves(words)
    return in_body(
        "cut_by_link", words, para(f'<w:hyperlink w:anchor="a">{run(before)}</w:hyperlink>{run(after)}')
    )


@maker(Surface.RUNS, numbers=True)
def cut_by_insertion(words: Words) -> Case:
    before, after = _halves(words)
    content = run(before) + f'<w:ins w:id="1" {_AUTHOR}>{run(after[:4])}</w:ins>' + run(after[4:])
    return in_body("cut_by_insertion", words, para(content))


@maker(Surface.RUNS, numbers=True)
def cut_by_deletion(words: Words) -> Case:
    deleted = f'<w:del w:id="1" {_AUTHOR}><w:r><w:delText>zz</w:delText></w:r></w:del>'
    return _cut("cut_by_deletion", words, deleted)


@maker(Surface.RUNS, numbers=True)
def cut_by_hidden_letters(words: Words) -> Case:
    letters = run("q", "<w:vanish/>").join(run(letter) for letter in words.secret)
    return in_body("cut_by_hidden_letters", words, para(letters))


@maker(Surface.RUNS)
def cut_by_note(words: Words) -> Case:
    before, after = _halves(words)
    body = words.kept + para(run(before) + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(after))
    notes = part("footnotes", f'<w:footnote w:id="2">{line("A note.")}</w:footnote>')
    data = package(
        body, rels=[Rel("rId3", "footnotes", "footnotes.xml")], parts={"word/footnotes.xml": notes}
    )
    return Case("cut_by_note", words, data, kind="body")


@maker(Surface.RUNS)
def cut_by_empty_runs(words: Words) -> Case:
    return _cut("cut_by_empty_runs", words, "<w:r/><w:r><w:t/></w:r><w:r><w:rPr><w:b/></w:rPr></w:r>")


@maker(Surface.RUNS)
def cut_by_smart_tags(words: Words) -> Case:
    before, after = _halves(words)
    inner = f'<w:smartTag w:uri="u" w:element="a"><w:customXml w:element="b">{run(after)}</w:customXml></w:smartTag>'
    return in_body("cut_by_smart_tags", words, para(run(before) + inner))


@maker(Surface.RUNS)
def cut_by_permission(words: Words) -> Case:
    return _cut("cut_by_permission", words, '<w:permStart w:id="3" w:edGrp="everyone"/><w:permEnd w:id="3"/>')


@maker(Surface.RUNS)
def cut_by_alternate_content(words: Words) -> Case:
    before, after = _halves(words)
    choice = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{run(after)}</mc:Choice>'
        f"<mc:Fallback>{run(after)}</mc:Fallback></mc:AlternateContent>"
    )
    return in_body("cut_by_alternate_content", words, para(run(before) + choice))


@maker(Surface.RUNS)
def cut_by_direction(words: Words) -> Case:
    before, after = _halves(words)
    content = f'<w:bdo w:val="ltr">{run(before)}</w:bdo><w:dir w:val="ltr">{run(after)}</w:dir>'
    return in_body("cut_by_direction", words, para(content))


@maker(Surface.RUNS)
def in_capitals(words: Words) -> Case:
    content = run(words.secret.lower(), "<w:caps/>") + run(" ") + run(words.secret.upper(), "<w:smallCaps/>")
    return in_body("in_capitals", words, para(content))


@maker(Surface.RUNS, numbers=True)
def over_an_empty_paragraph(words: Words) -> Case:
    return in_body("over_an_empty_paragraph", words, line(words.first) + para("") + line(words.last))


@maker(Surface.RUNS, numbers=True)
def over_a_section(words: Words) -> Case:
    section = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    return in_body("over_a_section", words, para(run(words.first), section) + line(words.last))


@maker(Surface.RUNS)
def with_look_for_each_letter(words: Words) -> Case:
    looks = (
        "<w:b/>",
        "<w:i/>",
        '<w:sz w:val="40"/>',
        '<w:vertAlign w:val="superscript"/>',
        '<w:u w:val="single"/>',
    )
    letters = "".join(run(letter, looks[n % len(looks)]) for n, letter in enumerate(words.secret))
    return in_body("look_for_each_letter", words, para(letters))
