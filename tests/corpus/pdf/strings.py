# SPDX-License-Identifier: MIT
"""One line of text, written in every way that the operators allow; numbers written with care or without."""

from __future__ import annotations

from pikepdf import Dictionary

from tests.corpus.pdf.recipes import PHONE, SIN, STOPPED, Made, Surface, Words, line, literal, maker, sheet
from tests.corpus.pdf.sheets import helvetica, text


@maker(Surface.STRINGS)
def in_hexadecimal(words: Words) -> bytes:
    spaced = " ".join(f"{byte:02X}" for byte in words.line.encode("cp1252"))
    return sheet(words, f"BT /F1 12 Tf 72 600 Td <{spaced}> Tj ET".encode())


@maker(Surface.STRINGS)
def in_octal_over_lines(words: Words) -> bytes:
    escaped = "\\\n".join(f"\\{byte:03o}" for byte in words.line.encode("cp1252"))
    return sheet(words, f"BT /F1 12 Tf 72 600 Td ({escaped}) Tj ET".encode())


@maker(Surface.STRINGS)
def a_piece_a_letter(words: Words) -> bytes:
    pieces = b" -20 ".join(literal(each) for each in words.line)
    return sheet(words, b"BT /F1 12 Tf 72 600 Td [" + pieces + b"] TJ ET")


@maker(Surface.STRINGS)
def a_string_a_letter(words: Words) -> bytes:
    pieces = b" Tj ".join(literal(each) for each in words.line)
    return sheet(words, b"BT /F1 12 Tf 72 600 Td " + pieces + b" Tj ET")


@maker(Surface.STRINGS)
def empty_strings_between(words: Words) -> bytes:
    pieces = b" () <> 0 ".join(literal(each) for each in words.line)
    return sheet(words, b"BT /F1 12 Tf 72 600 Td [" + pieces + b"] TJ () Tj ET")


@maker(Surface.STRINGS)
def by_the_single_quote(words: Words) -> Made:
    shown = b" ' ".join(literal(each) for each in (words.before, words.full, words.after))
    return sheet(words, b"BT /F1 12 Tf 14 TL 72 640 Td " + shown + b" ' ET"), {"also": (words.after,)}


@maker(Surface.STRINGS)
def by_the_double_quote(words: Words) -> Made:
    shown = b"".join(b"3 0.4 " + literal(each) + b' " ' for each in (words.line, words.after))
    return sheet(words, b"BT /F1 12 Tf 14 TL 72 640 Td " + shown + b"ET"), {"also": (words.after,)}


@maker(Surface.STRINGS)
def parameters_between(words: Words) -> Made:
    half = len(words.last) // 2
    start, end = words.last[:half], words.last[half:]
    shown = literal(f"{words.before} {start}") + b" Tj 0 0 1 rg 1 w /F2 12 Tf " + literal(end) + b" Tj 0 g "
    content = b"BT /F1 12 Tf 72 600 Td " + shown + literal(f" {words.after}") + b" Tj ET"
    return sheet(words, content, Font=Dictionary({"/F2": helvetica("/Helvetica-Bold")})), {
        "also": (words.after,)
    }


@maker(Surface.STRINGS)
def operators_without_sense(words: Words) -> bytes:
    """Wrong operands and unknown operators stand between: viewers skip them."""
    noise = b" /Nothing gs 1 2 unknown BX 3 strange EX "
    half = len(words.line) // 2
    shown = literal(words.line[:half]) + b" Tj" + noise + literal(words.line[half:]) + b" Tj"
    return sheet(words, b"BT /F1 12 Tf 72 600 Td " + shown + b" ET")


@maker(Surface.STRINGS)
def operands_of_another_kind(words: Words) -> Made:
    """Nobody knows where a viewer goes on: the page cannot be trusted."""
    half = len(words.line) // 2
    shown = literal(words.line[:half]) + b" Tj (x) Td " + literal(words.line[half:]) + b" Tj"
    return sheet(words, b"BT /F1 12 Tf 72 600 Td " + shown + b" ET"), {"expect": STOPPED}


@maker(Surface.STRINGS)
def comments_hold_the_name(words: Words) -> bytes:
    comment = f"% {words.full} {words.last}\n".encode("cp1252")
    return sheet(words, comment + line(words) + comment)


@maker(Surface.STRINGS)
def strings_that_are_not_shown(words: Words) -> bytes:
    """Operands that no operator takes, and marks with the name in them."""
    stray = literal(words.last) + b" n " + f"/{words.last} MP\n".encode()
    point = b"/Note <</Who " + literal(words.last) + b">> DP\n"
    return sheet(words, stray + point + line(words))


@maker(Surface.STRINGS)
def struck_and_filled(words: Words) -> Made:
    content = line(words, before="2 Tr 0.4 w") + b"0 Tr " + text(72, 570, words.after, before="1 Tr")
    return sheet(words, content), {"also": (words.after,)}


@maker(Surface.DIGITS)
def a_number_in_groups(words: Words) -> Made:
    shown = b" -250 ".join(literal(each) for each in SIN.split())
    content = (
        b"BT /F1 12 Tf 72 600 Td ["
        + literal(f"{words.before} ")
        + shown
        + literal(f" {words.after}")
        + b"] TJ ET"
    )
    return sheet(words, content), {"secrets": (SIN,), "also": (words.after,)}


@maker(Surface.DIGITS)
def a_number_in_cells(words: Words) -> Made:
    """One digit a cell, with rules between."""
    rules = b"".join(f"{70 + 18 * at} 590 m {70 + 18 * at} 610 l S\n".encode() for at in range(10))
    digits = b"".join(text(75 + 18 * at, 595, each) for at, each in enumerate(SIN.replace(" ", "")))
    return sheet(words, text(72, 640, words.after) + rules + digits), {
        "secrets": (SIN,),
        "also": (words.after,),
    }


@maker(Surface.DIGITS)
def a_number_with_other_signs(words: Words) -> Made:
    shown = PHONE.replace("613-", "(613) ").replace("-", "\u2013")
    content = text(72, 600, f"{words.before} {shown} {words.after}")
    return sheet(words, content), {"secrets": (PHONE,), "also": (words.after,)}


@maker(Surface.DIGITS)
def a_number_glued_to_words(words: Words) -> Made:
    content = text(72, 600, f"{words.before}:{PHONE};{words.after}")
    return sheet(words, content), {"secrets": (PHONE,), "also": (words.after,)}


@maker(Surface.DIGITS)
def a_number_in_two_sizes(words: Words) -> Made:
    content = text(72, 600, words.before) + text(172, 600, SIN[:8]) + text(172 + 46.7, 600, SIN[8:], size=8)
    return sheet(words, content), {"secrets": (SIN,), "also": (words.before,)}
