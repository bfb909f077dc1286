# SPDX-License-Identifier: MIT
"""Secrets that some of their characters make as elements: symbols, breaks, hyphens, mathematics, ruby."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, in_body, maker
from tests.corpus.docx.pack import line, para, run, table


def _joined(name: str, words: Words, element: str) -> Case:
    """The two words of the secret with one element between them."""
    content = f"<w:r><w:t>{words.first}</w:t>{element}<w:t>{words.last}</w:t></w:r>"
    return in_body(name, words, para(run("Met ") + content))


@maker(Surface.ATOMS, numbers=True)
def tab_inside(words: Words) -> Case:
    return _joined("tab_inside", words, "<w:tab/>")


@maker(Surface.ATOMS, numbers=True)
def break_inside(words: Words) -> Case:
    return _joined("break_inside", words, "<w:br/>")


@maker(Surface.ATOMS)
def page_break_inside(words: Words) -> Case:
    return _joined("page_break_inside", words, '<w:br w:type="page"/>')


@maker(Surface.ATOMS)
def return_and_position_tab(words: Words) -> Case:
    tab = '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>'
    return _joined("return_and_position_tab", words, f"<w:cr/>{tab}")


@maker(Surface.ATOMS, numbers=True)
def no_break_hyphen_inside(words: Words) -> Case:
    return _joined("no_break_hyphen_inside", words, "<w:noBreakHyphen/>")


@maker(Surface.ATOMS)
def soft_hyphens_inside(words: Words) -> Case:
    letters = "<w:softHyphen/>".join(f"<w:t>{letter}</w:t>" for letter in words.last)
    return in_body("soft_hyphens_inside", words, para(run(f"{words.first} ") + f"<w:r>{letters}</w:r>"))


@maker(Surface.ATOMS, numbers=True)
def symbols_of_text(words: Words) -> Case:
    signs = "".join(f'<w:sym w:font="Calibri" w:char="{ord(letter):04X}"/>' for letter in words.secret)
    return in_body("symbols_of_text", words, para(f"<w:r>{signs}</w:r>"))


@maker(Surface.ATOMS)
def one_symbol_inside(words: Words) -> Case:
    sign = f'<w:r><w:sym w:font="Arial" w:char="{ord(words.last[0]):04X}"/></w:r>'
    return in_body("one_symbol_inside", words, para(run(f"{words.first} ") + sign + run(words.last[1:])))


@maker(Surface.ATOMS)
def ruby_above(words: Words) -> Case:
    content = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run(words.secret)}</w:rt><w:rubyBase>{run('ab')}</w:rubyBase></w:ruby></w:r>"
    return in_body("ruby_above", words, para(content), keep=("ab",))


@maker(Surface.ATOMS)
def equation_of_letters(words: Words) -> Case:
    letters = "".join(
        f"<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>{letter}</m:t></m:r>" for letter in words.secret
    )
    return in_body(
        "equation_of_letters", words, para(f"<m:oMathPara><m:oMath>{letters}</m:oMath></m:oMathPara>")
    )


@maker(Surface.ATOMS)
def equation_in_a_matrix(words: Words) -> Case:
    cells = "".join(f"<m:e><m:r><m:t>{each}</m:t></m:r></m:e>" for each in (words.first, words.last))
    content = f"<m:oMath><m:m><m:mr>{cells}</m:mr></m:m></m:oMath>"
    return in_body("equation_in_a_matrix", words, para(content))


@maker(Surface.ATOMS)
def equation_with_text_beside(words: Words) -> Case:
    content = run(f"{words.first} ") + f"<m:oMath><m:r><m:t>{words.last}</m:t></m:r></m:oMath>"
    return in_body("equation_with_text_beside", words, para(content))


@maker(Surface.TABLES, numbers=True)
def one_letter_a_cell(words: Words) -> Case:
    letters = [line(letter) for letter in words.secret.replace(" ", "")]
    return in_body("one_letter_a_cell", words, table(letters))


@maker(Surface.TABLES, numbers=True)
def over_rows(words: Words) -> Case:
    return in_body("over_rows", words, table([line(words.first)], [line(words.last)]))


@maker(Surface.TABLES)
def over_merged_cells(words: Words) -> Case:
    cells = (
        f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{line(words.first)}</w:tc>'
        f'<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>{line(words.last)}</w:tc>'
        "<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>"
    )
    grid = "<w:gridCol w:w='900'/>" * 4
    content = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    return in_body("over_merged_cells", words, content)


@maker(Surface.TABLES)
def two_tables_deep(words: Words) -> Case:
    inner = table([line(words.first), line(words.last)]) + para("")
    middle = table([inner]) + para("")
    return in_body("two_tables_deep", words, table([line("x"), middle]))


@maker(Surface.TABLES)
def rows_in_controls(words: Words) -> Case:
    row = f"<w:tr><w:tc><w:tcPr/>{line(words.secret)}</w:tc></w:tr>"
    content = (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:sdt><w:sdtPr/><w:sdtContent>{row}{row}"
        "</w:sdtContent></w:sdt></w:tbl>"
    )
    return in_body("rows_in_controls", words, content)
