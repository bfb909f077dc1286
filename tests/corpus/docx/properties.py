# SPDX-License-Identifier: MIT
"""Secrets in the properties of the document."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Surface, Words, maker
from tests.corpus.docx.pack import (
    PACKAGE_RELS,
    Rel,
    package,
)

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CP = f'xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'


@maker(Surface.PROPERTIES, numbers=True)
def core_properties(words: Words) -> Case:
    core = f"<cp:coreProperties {_CP}><dc:title>{words.secret}</dc:title><dc:creator>{words.secret}</dc:creator></cp:coreProperties>"
    kind = f"{PACKAGE_RELS}/metadata/core-properties"
    data = package(
        words.kept, root_rels=[Rel("rId2", kind, "docProps/core.xml")], parts={"docProps/core.xml": core}
    )
    return Case("core_properties", words, data, kind="property")


@maker(Surface.PROPERTIES, numbers=True)
def custom_properties(words: Words) -> Case:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    vt = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    custom = (
        f'<Properties xmlns="{uri}" xmlns:vt="{vt}"><property pid="2" name="{words.last}"><vt:lpwstr>{words.secret}</vt:lpwstr>'
        "</property></Properties>"
    )
    data = package(
        words.kept,
        root_rels=[Rel("rId2", "custom-properties", "docProps/custom.xml")],
        parts={"docProps/custom.xml": custom},
    )
    return Case("custom_properties", words, data, kind="property")


@maker(Surface.PROPERTIES)
def app_properties(words: Words) -> Case:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{uri}"><Manager>{words.secret}</Manager><Template>{words.last}.dotm</Template></Properties>'
    data = package(
        words.kept,
        root_rels=[Rel("rId2", "extended-properties", "docProps/app.xml")],
        parts={"docProps/app.xml": app},
    )
    return Case("app_properties", words, data, kind="property")
