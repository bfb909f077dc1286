# SPDX-License-Identifier: MIT
"""Copies images without their metadata: pixels, colours and masks, and nothing that lies beside them."""

from __future__ import annotations

from typing import Any

import pikepdf
from PIL import Image

from reviewer.documents.pdf import streams
from reviewer.documents.pdf.pictures import decode
from reviewer.documents.pictures import of_eight_bits
from reviewer.redaction.pdf.jpeg import strip_jpeg
from reviewer.redaction.pdf.resources import Unsupported, components_of, copy_space, plain_value

_KEPT = ("/Width", "/Height", "/BitsPerComponent", "/ImageMask", "/Decode", "/Interpolate", "/Matte")
_PHOTOGRAPHS = {"/DCTDecode", "/DCT"}
_FAXES = {"/CCITTFaxDecode", "/CCF", "/JBIG2Decode"}
_PARAMETERS = (
    "/K",
    "/EndOfLine",
    "/EncodedByteAlign",
    "/Columns",
    "/Rows",
    "/EndOfBlock",
    "/BlackIs1",
)
_MAX_IMAGE = 512 * 2**20


def copy_image(new: pikepdf.Pdf, source: Any, depth: int = 0) -> Any:
    """An image in the new file, or None when it cannot be copied safely."""
    try:
        filters = streams.filters_of(source)
        if filters and filters[-1] == "/JPXDecode":
            return from_pixels(new, decode(source))
        last = filters[-1] if filters else ""
        if last in _FAXES and len(filters) == 1:
            stream = _fax_copy(new, source)
        elif last in _PHOTOGRAPHS | _FAXES:
            stream = _raw_copy(new, source, filters)
        else:
            stream = _plain_copy(new, source)
        _add_masks(new, source, stream, depth)
    except (Unsupported, pikepdf.PdfError, streams.TooLarge, ValueError, TypeError, KeyError):
        return None
    return stream


def _values(new: pikepdf.Pdf, source: Any) -> pikepdf.Dictionary:
    values = pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    for key in _KEPT:
        if key in source:
            values[key] = plain_value(source[key])
    if "/ColorSpace" in source and not bool(source.get("/ImageMask", False)):
        values["/ColorSpace"] = copy_space(new, source["/ColorSpace"])
    return values


def _plain_copy(new: pikepdf.Pdf, source: Any) -> Any:
    values = _values(new, source)
    data = streams.read(source, _MAX_IMAGE)
    return new.make_indirect(pikepdf.Stream(new, data[: _pixels_end(values)], values))


def _pixels_end(values: Any) -> int | None:
    """How many bytes the pixels take; what follows them is drawn by nobody. None where that is not plain."""
    components = (
        1 if "/ImageMask" in values else components_of(values.get("/ColorSpace", pikepdf.Name.DeviceGray))
    )
    if components is None:
        return None
    bits = 1 if "/ImageMask" in values else int(values.get("/BitsPerComponent", 8))
    return int(values["/Height"]) * -(-int(values["/Width"]) * components * bits // 8)


def _raw_copy(new: pikepdf.Pdf, source: Any, filters: tuple[str, ...]) -> Any:
    """Keep the coded bytes of a photograph, without its APP and comment segments."""
    if len(filters) != 1:
        return from_pixels(new, decode(source))
    values = _values(new, source)
    values["/Filter"] = pikepdf.Name.DCTDecode
    parameters = _first(source.get("/DecodeParms"))
    if parameters is not None and "/ColorTransform" in parameters:
        values["/DecodeParms"] = pikepdf.Dictionary(ColorTransform=plain_value(parameters["/ColorTransform"]))
    return new.make_indirect(pikepdf.Stream(new, strip_jpeg(bytes(source.read_raw_bytes())), values))


def _first(value: Any) -> Any:
    """The only dictionary of an array of one, or the dictionary itself; None for anything else."""
    if isinstance(value, pikepdf.Array):
        value = value[0] if len(value) else None
    return value if isinstance(value, pikepdf.Dictionary) else None


def _fax_copy(new: pikepdf.Pdf, source: Any) -> Any:
    """The dots of a fax, decoded: bytes behind the last one and notes between the parts stay behind.

    Its colours and whether it is a stencil are said anew, so the dots are read without them.
    """
    bare = pikepdf.Stream(
        new, bytes(source.read_raw_bytes()),
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=source["/Width"], Height=source["/Height"],
            BitsPerComponent=1, ColorSpace=pikepdf.Name.DeviceGray, Filter=source["/Filter"],
        ),
    )  # fmt: skip
    parameters = _first(source.get("/DecodeParms"))
    if parameters is not None:
        bare["/DecodeParms"] = _fax_parameters(new, parameters)
    dots = decode(new.make_indirect(bare))
    if dots is None:
        raise Unsupported
    values = _values(new, source)
    values["/BitsPerComponent"] = 1
    packed = dots.convert("L").point(lambda level: 255 * (level > 127)).convert("1", dither=Image.Dither.NONE)
    return new.make_indirect(pikepdf.Stream(new, packed.tobytes(), values))


def _fax_parameters(new: pikepdf.Pdf, parameters: Any) -> pikepdf.Dictionary:
    kept = pikepdf.Dictionary({key: plain_value(parameters[key]) for key in _PARAMETERS if key in parameters})
    if isinstance(parameters.get("/JBIG2Globals"), pikepdf.Stream):
        shared = streams.read(parameters["/JBIG2Globals"], 2**24)
        kept["/JBIG2Globals"] = new.make_indirect(pikepdf.Stream(new, shared))
    return kept


def _add_masks(new: pikepdf.Pdf, source: Any, stream: Any, depth: int) -> None:
    for key in ("/SMask", "/Mask"):
        mask = source.get(key)
        if isinstance(mask, pikepdf.Stream):
            if depth:
                raise Unsupported
            copied = copy_image(new, mask, depth + 1)
            if copied is None:
                raise Unsupported
            stream[key] = copied
        elif isinstance(mask, pikepdf.Array):
            stream[key] = plain_value(mask)


def from_pixels(new: pikepdf.Pdf, image: Image.Image | None) -> Any:
    """Pixels as an image of the new file; None where there are none."""
    if image is None:
        return None
    flat = plain(image)
    return new.make_indirect(
        pikepdf.Stream(
            new, flat.tobytes(),
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=flat.width, Height=flat.height,
                BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray if flat.mode == "L" else pikepdf.Name.DeviceRGB,
            ),
        )
    )  # fmt: skip


def plain(image: Image.Image) -> Image.Image:
    """The picture in 256 greys or in colours."""
    if image.mode in {"L", "RGB"}:
        return image
    if image.mode.startswith(("I", "F")):
        return of_eight_bits(image)
    return image.convert("L" if image.mode in {"1", "LA"} else "RGB")


def inline_copy(new: pikepdf.Pdf, source: Any) -> Any:
    """An inline image as an object of its own; None when it cannot be decoded."""
    return from_pixels(new, decode(source))
