# SPDX-License-Identifier: MIT
"""Copies what content needs (colours, shadings, parameters) by allow-list, under new names, into the new file."""

from __future__ import annotations

import contextlib
from typing import Any

import pikepdf

from reviewer.documents.pdf import streams
from reviewer.redaction.pdf.standard import VALUES

_MAX_DEPTH = 16
_PARAMETERS = {
    "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/FL", "/SM", "/SA", "/BM", "/CA", "/ca", "/AIS",
    "/TK",
}  # fmt: skip
_SHADING = {
    "/ShadingType", "/ColorSpace", "/Background", "/BBox", "/AntiAlias", "/Coords", "/Domain", "/Function", "/Extend",
    "/Matrix", "/BitsPerCoordinate", "/BitsPerComponent", "/BitsPerFlag", "/Decode", "/VerticesPerRow",
}  # fmt: skip
_FUNCTION = {
    "/FunctionType", "/Domain", "/Range", "/C0", "/C1", "/N", "/Functions", "/Bounds", "/Encode", "/Decode", "/Size",
    "/BitsPerSample", "/Order",
}  # fmt: skip
_DEVICES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_SIMPLE_SPACES = {
    "/DeviceGray",
    "/DeviceRGB",
    "/DeviceCMYK",
    "/Pattern",
    "/G",
    "/RGB",
    "/CMYK",
    "/CalRGB",
    "/CalGray",
}
_PROCESS_INKS = {"/All", "/None", "/Black", "/Cyan", "/Magenta", "/Yellow"}
_LAB = {"/WhitePoint", "/BlackPoint", "/Range", "/Gamma", "/Matrix"}


class Unsupported(Exception):
    """Something in the resources is of a form that is not copied."""


def plain_value(value: Any, depth: int = 0) -> Any:
    """Numbers, names that the format defines, booleans and arrays of them; never a string."""
    if depth > _MAX_DEPTH:
        raise Unsupported
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([plain_value(each, depth + 1) for each in value])
    if isinstance(value, pikepdf.Name):
        if str(value) not in VALUES:
            raise Unsupported
        return pikepdf.Name(str(value))
    if isinstance(value, bool | int) or _is_number(value):
        return value
    raise Unsupported


def _is_number(value: Any) -> bool:
    return not isinstance(value, pikepdf.Object | str | bytes) and hasattr(value, "__float__")


def copy_parameters(new: pikepdf.Pdf, source: Any) -> pikepdf.Dictionary:
    """Graphics state parameters without font and halftones; the soft mask is the caller's."""
    result = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState)
    for key in _PARAMETERS:
        if key in source:
            try:
                result[key] = plain_value(source[key])
            except Unsupported:
                continue
    transfer = source.get("/TR2", source.get("/TR"))
    if transfer is not None:
        # A picture stored in other colours is shown right by one; a name puts an end to it.
        with contextlib.suppress(Unsupported):
            result["/TR"] = copy_function(new, transfer)
    return result


def copy_space(new: pikepdf.Pdf, source: Any, depth: int = 0) -> Any:
    """A colour space. An ICC profile gives way to the device's space: profiles carry names and descriptions."""
    if depth > _MAX_DEPTH:
        raise Unsupported
    if isinstance(source, pikepdf.Name):
        if str(source) in _SIMPLE_SPACES:
            return pikepdf.Name(str(source))
        raise Unsupported
    if not isinstance(source, pikepdf.Array) or not len(source):
        raise Unsupported
    family = str(source[0])
    match family:
        case "/ICCBased":
            return _device(int(source[1].get("/N", 3)))
        case "/Indexed" | "/I":
            return _indexed(new, source, depth)
        case "/Separation" | "/DeviceN":
            return _inks(new, source, depth)
        case "/CalRGB" | "/CalGray" | "/Lab":
            values = pikepdf.Dictionary()
            for key in sorted(_LAB & set(source[1].keys())):
                values[key] = plain_value(source[1][key])
            return _array(new, [pikepdf.Name(family), values])
        case "/Pattern" if len(source) > 1:
            return _array(new, [pikepdf.Name(family), copy_space(new, source[1], depth + 1)])
        case _ if family in _SIMPLE_SPACES:
            return pikepdf.Name(family)
    raise Unsupported


def _device(components: int) -> Any:
    if components not in _DEVICES:
        raise Unsupported
    return pikepdf.Name(_DEVICES[components])


def _inks(new: pikepdf.Pdf, source: Any, depth: int) -> Any:
    """Inks by their alternate colours; the names of inks are free text and get numbers."""
    if str(source[0]) == "/Separation":
        name = str(source[1])
        inks: Any = pikepdf.Name(name if name in _PROCESS_INKS else "/Spot")
    else:
        inks = pikepdf.Array([pikepdf.Name(f"/Spot{index}") for index in range(len(source[1]))])
    alternate = copy_space(new, source[2], depth + 1)
    return _array(new, [pikepdf.Name(str(source[0])), inks, alternate, copy_function(new, source[3])])


def _indexed(new: pikepdf.Pdf, source: Any, depth: int) -> Any:
    """The table is copied to the length that its colours need, not a byte more."""
    base, high = copy_space(new, source[1], depth + 1), min(int(source[2]), 255)
    table = streams.read(source[3], 2**16) if isinstance(source[3], pikepdf.Stream) else bytes(source[3])
    components = components_of(base)
    if components is None:
        raise Unsupported
    return _array(new, [pikepdf.Name.Indexed, base, high, pikepdf.String(table[: (high + 1) * components])])


def components_of(space: Any) -> int | None:
    """How many numbers make a colour in a space, where that is plain."""
    family = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    return {
        "/DeviceGray": 1, "/G": 1, "/CalGray": 1, "/Separation": 1, "/DeviceRGB": 3, "/RGB": 3, "/CalRGB": 3, "/Lab": 3,
        "/DeviceCMYK": 4, "/CMYK": 4, "/Indexed": 1,
    }.get(family)  # fmt: skip


def _array(new: pikepdf.Pdf, items: list[Any]) -> Any:
    return new.make_indirect(pikepdf.Array(items))


def copy_function(new: pikepdf.Pdf, source: Any, depth: int = 0) -> Any:
    """A function: sampled, exponential, stitched or calculated; an array of them; or the name Identity."""
    if depth > _MAX_DEPTH:
        raise Unsupported
    if isinstance(source, pikepdf.Array):
        return pikepdf.Array([copy_function(new, each, depth + 1) for each in source])
    if isinstance(source, pikepdf.Name):
        return pikepdf.Name("/Identity")
    if not isinstance(source, pikepdf.Dictionary | pikepdf.Stream):
        raise Unsupported
    values = pikepdf.Dictionary()
    for key in sorted(_FUNCTION & set(source.keys())):
        values[key] = (
            copy_function(new, source[key], depth + 1) if key == "/Functions" else plain_value(source[key])
        )
    if isinstance(source, pikepdf.Stream):
        data = streams.read(source, 16 * 2**20)
        if int(source.get("/FunctionType", 0)) == 4:
            data = _calculator(data)
        return new.make_indirect(pikepdf.Stream(new, data, values))
    return new.make_indirect(values)


def _calculator(data: bytes) -> bytes:
    """A calculator function holds braces, numbers and short operators; comments and strings go."""
    words = data.replace(b"{", b" { ").replace(b"}", b" } ").split()
    if any(len(word) > 20 or word[:1] in b"(%<" for word in words):
        raise Unsupported
    return b" ".join(words)


def copy_shading(new: pikepdf.Pdf, source: Any) -> Any:
    """A shading, with its space and functions."""
    values = pikepdf.Dictionary()
    for key in sorted(_SHADING & set(source.keys())):
        if key == "/ColorSpace":
            values[key] = copy_space(new, source[key])
        elif key == "/Function":
            values[key] = copy_function(new, source[key])
        else:
            values[key] = plain_value(source[key])
    if isinstance(source, pikepdf.Stream):
        return new.make_indirect(pikepdf.Stream(new, streams.read(source, 32 * 2**20), values))
    return new.make_indirect(values)
