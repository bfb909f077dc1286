# SPDX-License-Identifier: MIT
"""Hostile PDF files in what they count: trees, notes, fields, tables, names."""

from __future__ import annotations

from hostile_pdf import (
    MIB,
    chain,
    flate,
    joined,
    kind,
    one_page,
    written,
)


@kind
def outline_50000_deep() -> bytes:
    number = 50_000
    items = chain(
        number,
        lambda at, next_: (
            b"<</Title(Level %d)/Parent %d 0 R/First %b/Last %b/Count 1>>"
            % (at, max(5 + at, 6), next_, next_)
        ),
        b"<</Title(Last)>>",
    )
    return written(one_page(objects=items, root=b"/Outlines<</First 6 0 R/Last 6 0 R/Count 1>>"))


@kind
def outline_200000_beside() -> bytes:
    items = chain(
        200_000,
        lambda at, next_: b"<</Title(Item %d)/Next %b/Dest[3 0 R/Fit]>>" % (at, next_),
        b"<</Title(Last)>>",
    )
    return written(one_page(objects=items, root=b"/Outlines<</First 6 0 R/Last 6 0 R/Count 1>>"))


@kind
def annotations_1000000() -> bytes:
    note = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Note)>>"
    return written(one_page(page=b"/Annots[" + note * 1_000_000 + b"]"))


@kind
def annotations_100000() -> bytes:
    note = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Note)>>"
    return written(one_page(page=b"/Annots[" + note * 100_000 + b"]"))


@kind
def links_100000() -> bytes:
    link = b"<</Type/Annot/Subtype/Link/Rect[9 9 99 99]/A<</S/URI/URI(https://example.org/%d)>>>>"
    return written(one_page(page=b"/Annots[" + b"".join(link % at for at in range(100_000)) + b"]"))


@kind
def fields_50000() -> bytes:
    fields = {
        10 + at: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f%d)/V(Value)/Rect[9 9 99 99]>>" % at
        for at in range(50_000)
    }
    listed = joined(b"%d 0 R" % each for each in fields)
    return written(
        one_page(objects=fields, page=b"/Annots[%b]" % listed, root=b"/AcroForm<</Fields[%b]>>" % listed)
    )


@kind
def fields_50000_deep() -> bytes:
    kids = chain(
        50_000, lambda at, next_: b"<</T(f%d)/Kids[%b]>>" % (at, next_), b"<</T(last)/V(Value)/FT/Tx>>"
    )
    return written(one_page(objects=kids, root=b"/AcroForm<</Fields[6 0 R]>>"))


@kind
def name_tree_100000() -> bytes:
    names = joined(b"(name%06d)[3 0 R/Fit]" % at for at in range(100_000))
    return written(one_page(root=b"/Names<</Dests<</Names[%b]>>>>" % names))


@kind
def name_tree_50000_deep() -> bytes:
    kids = chain(50_000, lambda at, next_: b"<</Kids[%b]>>" % next_, b"<</Names[(a)[3 0 R/Fit]]>>")
    return written(one_page(objects=kids, root=b"/Names<</Dests 6 0 R>>"))


@kind
def tags_200000() -> bytes:
    kids = {10 + at: b"<</S/P/P 9 0 R/Alt(Alternative)>>" for at in range(200_000)}
    listed = joined(b"%d 0 R" % each for each in kids)
    objects = kids | {9: b"<</Type/StructTreeRoot/K[%b]>>" % listed}
    return written(one_page(objects=objects, root=b"/MarkInfo<</Marked true>>/StructTreeRoot 9 0 R"))


@kind
def tags_50000_deep() -> bytes:
    kids = chain(
        50_000, lambda at, next_: b"<</S/Div/P %d 0 R/K %b>>" % (5 + at, next_), b"<</S/P/Alt(Last)>>"
    )
    objects = kids | {5: one_page()[5]}
    root = b"/MarkInfo<</Marked true>>/StructTreeRoot<</Type/StructTreeRoot/K 6 0 R>>"
    return written(one_page(root=root) | objects)


@kind
def attachments_20000() -> bytes:
    specs = joined(
        b"(f%05d)<</Type/Filespec/F(f%05d.txt)/EF<</F 6 0 R>>>>" % (at, at) for at in range(20_000)
    )
    return written(
        one_page(
            objects={6: flate(b"Reed " * 100_000)}, root=b"/Names<</EmbeddedFiles<</Names[%b]>>>>" % specs
        )
    )


@kind
def page_tree_shared_kids() -> bytes:
    levels = {10 + at: b"<</Type/Pages/Count 1/Kids[%b]>>" % (b"%d 0 R " % (11 + at) * 2) for at in range(40)}
    objects = one_page(objects=levels | {50: b"<</Type/Pages/Count 1/Kids[3 0 R]>>"})
    objects[2] = b"<</Type/Pages/Count 1/Kids[10 0 R]>>"
    return written(objects)


@kind
def page_tree_50000_deep() -> bytes:
    levels = chain(
        50_000,
        lambda at, next_: b"<</Type/Pages/Count 1/Kids[%b]>>" % next_,
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    )
    objects = one_page(objects=levels)
    objects[2] = b"<</Type/Pages/Count 1/Kids[6 0 R]>>"
    return written(objects)


@kind
def page_tree_without_type() -> bytes:
    objects = one_page()
    objects[2] = b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>"
    return written(objects)


@kind
def previous_table_loop() -> bytes:
    data = written(one_page(), trailer=b"/Prev 99999999")
    return data.replace(b"99999999", b"%08d" % data.rindex(b"xref\n0"))


@kind
def previous_tables_100000() -> bytes:
    data = bytearray(written(one_page()))
    at = data.rindex(b"xref\n0")
    for _ in range(100_000):
        here = len(data)
        data += b"xref\n0 0\ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\n" % at
        at = here
    data += b"startxref\n%d\n%%%%EOF\n" % at
    return bytes(data)


@kind
def table_of_2000000000() -> bytes:
    return (
        written(one_page())
        .replace(b"xref\n0 6", b"xref\n0 2000000000")
        .replace(b"/Size 6", b"/Size 2000000000")
    )


@kind
def no_table() -> bytes:
    return written(one_page(), end=b"startxref\n0\n%%EOF\n").replace(b"xref\n0 6\n", b"")


@kind
def string_of_50_mib() -> bytes:
    return written(one_page(root=b"/Lang(" + b"e" * (50 * MIB) + b")"))


@kind
def title_of_50_mib() -> bytes:
    return written(one_page(objects={6: b"<</Title(" + b"e" * (50 * MIB) + b")>>"}), trailer=b"/Info 6 0 R")


@kind
def note_of_50_mib() -> bytes:
    note = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(" + b"reed " * (10 * MIB) + b")>>"
    return written(one_page(page=b"/Annots[" + note + b"]"))


@kind
def arrays_100000_deep() -> bytes:
    return written(one_page(page=b"/Odd " + b"[" * 100_000 + b"]" * 100_000))


@kind
def ends_100000() -> bytes:
    return written(one_page()) + b"startxref\n9\n%%EOF\n" * 100_000


@kind
def layers_50000() -> bytes:
    groups = {10 + at: b"<</Type/OCG/Name(Layer %d)>>" % at for at in range(50_000)}
    listed = joined(b"%d 0 R" % each for each in groups)
    return written(
        one_page(objects=groups, root=b"/OCProperties<</OCGs[%b]/D<</OFF[%b]>>>>" % (listed, listed))
    )
