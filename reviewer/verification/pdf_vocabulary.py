# SPDX-License-Identifier: MIT
"""What a cleaned PDF may hold: keys of its catalogue, kinds of its annotations; what acts, hides or carries files."""

from __future__ import annotations

_ROOT = """
Type Pages Lang MarkInfo StructTreeRoot Outlines PageMode PageLayout ViewerPreferences Metadata PageLabels Version Names
Dests Extensions
"""
ROOT_KEYS = frozenset(_ROOT.split())
_TRAILER = "Size Root Info ID Type Index W Length Filter DecodeParms"
TRAILER_KEYS = frozenset(_TRAILER.split())
_PAGE = """
Type Parent Resources Contents MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Annots StructParents Tabs Group
"""
PAGE_KEYS = frozenset(_PAGE.split())

STREAM_KINDS = frozenset(
    {"XML", "Metadata", "Image", "Form", "Type1C", "CIDFontType0C", "OpenType", "CMap", "ObjStm", "XRef"}
)
STREAM_KEYS = frozenset({"PatternType", "ShadingType", "FunctionType", "Length1"})
STREAM_PURPOSES = frozenset(
    {
        "ToUnicode",
        "CIDToGIDMap",
        "CIDSet",
        "FontFile",
        "FontFile2",
        "FontFile3",
        "ColorSpace",
        "UseCMap",
        "Encoding",
    }
)
"""How a stream says what it is for: by its kind, by a key of its own, or by the key that leads to it."""
INFO_KEYS = frozenset({"Title", "Producer"})
ANNOTATIONS = frozenset({"Link"})
ACTIONS = frozenset({"URI", "GoTo"})

_FORBIDDEN = """
JavaScript JS AA OpenAction EmbeddedFiles EF AF AcroForm XFA PieceInfo Thumb OCProperties OC OCGs RichMediaContent
Rendition Renditions Threads B Beads Movie Sound Launch SubmitForm ImportData Collection Perms Legal LastModified
SpiderInfo WebCaptureInfo Requirements DSS Popup RC DA DV NeedAppearances Alternates OPI Measure PresSteps Dur Trans
UserProperties ClassMap ID IDTree Private
"""
FORBIDDEN_KEYS = frozenset(_FORBIDDEN.split()) - {"B", "ID", "Measure", "DA", "IDTree"}
FORBIDDEN_TYPES = frozenset({"Filespec", "EmbeddedFile", "Sig", "OCG", "OCMD", "Action/JavaScript"})

_KNOWN = """
Title Author Subject Keywords Creator Producer CreationDate ModDate Alt ActualText E T Contents URI P Lang V TU TM RC JS
D Dest Name BaseFont FontName ID NM F UF Desc FontFamily Info LastModified Registry Ordering CharSet Names Limits
"""
KNOWN_KEYS = frozenset(_KNOWN.split())
"""Keys that a place may name; any other key might itself be a secret."""

_VOCABULARY = """
black white red green blue cyan magenta yellow gray all none art page part link note form div span sect table figure
caption title list label index quote code lbl em strong annot document header footer artifact layout normal before
after start end center justify block inline solid width height normal identity separation all
"""
VOCABULARY = frozenset(_VOCABULARY.split())
"""Standard names (folded) that are also words."""
