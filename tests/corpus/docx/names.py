# SPDX-License-Identifier: MIT
"""More of properties, settings and names: every field a person or a program fills in."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, maker
from tests.corpus.docx.pack import PACKAGE_RELS, Rel, line, package, para, part, rels_xml, run, table

_CP = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_CORE = (
    "dc:title", "dc:subject", "dc:creator", "dc:description", "cp:keywords", "cp:lastModifiedBy", "cp:category",
    "cp:contentStatus", "dc:identifier", "cp:version",
)  # fmt: skip
_VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def _beside(
    name: str, words: Words, relation: str, target: str, content: str | bytes, **options: object
) -> Case:
    """A part that hangs on the package."""
    data = package(words.kept, root_rels=[Rel("rId2", relation, target)], parts={target: content})
    return Case(name, words, data, **options)  # type: ignore[arg-type]


def _under(name: str, words: Words, kind: str, content: str, body: str = "", **options: object) -> Case:
    """A part that hangs on the document."""
    data = package(
        words.kept + body, rels=[Rel("rId3", kind, f"{kind}.xml")], parts={f"word/{kind}.xml": content}
    )
    return Case(name, words, data, Outcome.DROPPED, **options)  # type: ignore[arg-type]


@maker(Surface.PROPERTIES, numbers=True)
def all_core_properties(words: Words) -> Case:
    fields = "".join(f"<{tag}>{words.secret}</{tag}>" for tag in _CORE)
    core = f"<cp:coreProperties {_CP}>{fields}</cp:coreProperties>"
    kind = f"{PACKAGE_RELS}/metadata/core-properties"
    return _beside("all_core_properties", words, kind, "docProps/core.xml", core, kind="property")


@maker(Surface.PROPERTIES)
def all_app_properties(words: Words) -> Case:
    fields = "".join(
        f"<{tag}>{words.secret}</{tag}>" for tag in ("Manager", "Company", "Template", "HyperlinkBase")
    )
    titles = f'<TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>{words.secret}</vt:lpstr></vt:vector></TitlesOfParts>'
    links = f'<HLinks><vt:vector size="1" baseType="variant"><vt:variant><vt:lpwstr>mailto:{words.last}</vt:lpwstr></vt:variant></vt:vector></HLinks>'
    app = f'<Properties xmlns="{_OFFICE}/extended-properties" {_VT}>{fields}{titles}{links}</Properties>'
    return _beside(
        "all_app_properties", words, "extended-properties", "docProps/app.xml", app, kind="property"
    )


@maker(Surface.PROPERTIES, numbers=True)
def custom_property_kinds(words: Words) -> Case:
    rows = (
        f'<property fmtid="{{D5CDD505}}" pid="2" name="{words.secret}"><vt:bool>true</vt:bool></property>'
        f'<property fmtid="{{D5CDD505}}" pid="3" name="x" linkTarget="{words.last}"><vt:lpstr>{words.secret}</vt:lpstr></property>'
        f'<property fmtid="{{D5CDD505}}" pid="4" name="MSIP_Label_1_Owner"><vt:lpwstr>{words.secret}</vt:lpwstr></property>'
    )
    custom = f'<Properties xmlns="{_OFFICE}/custom-properties" {_VT}>{rows}</Properties>'
    return _beside(
        "custom_property_kinds", words, "custom-properties", "docProps/custom.xml", custom, kind="property"
    )


@maker(Surface.PROPERTIES)
def thumbnail_and_labels(words: Words) -> Case:
    raw = words.secret.encode("utf-16-le")
    labels = f'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{words.secret}"/></clbl:labelList>'
    data = package(
        words.kept,
        root_rels=[
            Rel("rId2", f"{PACKAGE_RELS}/metadata/thumbnail", "docProps/thumbnail.emf"),
            Rel(
                "rId3",
                "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
                "docMetadata/LabelInfo.xml",
            ),
        ],
        parts={"docProps/thumbnail.emf": raw, "docMetadata/LabelInfo.xml": labels},
    )
    return Case("thumbnail_and_labels", words, data, Outcome.DROPPED)


@maker(Surface.SETTINGS)
def mail_merge(words: Words) -> Case:
    merge = (
        f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:query w:val="SELECT {words.secret}"/><w:dataSource r:id="rId1"/>'
        f'<w:odso><w:udl w:val="{words.secret}"/><w:table w:val="{words.last}"/><w:fieldMapData><w:name w:val="{words.last}"/>'
        f'<w:mappedName w:val="{words.last}"/></w:fieldMapData><w:recipientData r:id="rId2"/></w:odso></w:mailMerge>'
    )
    rels = rels_xml(
        [
            Rel("rId1", "mailMergeSource", f"file:///C:/{words.last}.mdb", external=True),
            Rel("rId2", "mailMergeRecipientData", "recipientData.xml"),
        ]
    )
    recipients = f'<w:recipients xmlns:w="u"><w:recipientData><w:uniqueTag>{words.secret}</w:uniqueTag></w:recipientData></w:recipients>'
    data = package(
        words.kept,
        rels=[Rel("rId3", "settings", "settings.xml")],
        parts={
            "word/settings.xml": part("settings", merge),
            "word/_rels/settings.xml.rels": rels,
            "word/recipientData.xml": recipients,
        },
    )
    return Case("mail_merge", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))


@maker(Surface.SETTINGS, numbers=True)
def document_variables(words: Words) -> Case:
    content = part("settings", f'<w:docVars><w:docVar w:name="v" w:val="{words.secret}"/></w:docVars>')
    return _under("document_variables", words, "settings", content)


@maker(Surface.SETTINGS)
def protection_and_writers(words: Words) -> Case:
    content = part(
        "settings",
        f'<w:writeProtection w:userName="{words.secret}" w:recommended="1"/><w:documentProtection w:edit="readOnly" w:hash="{words.last}"/>'
        f'<w:activeWritingStyle w:appName="{words.secret}" w:lang="fr-CA"/><w:saveThroughXslt w:solutionID="{words.secret}"/>'
        f'<w:attachedSchema w:val="{words.secret}"/><w:captions><w:caption w:name="{words.secret}"/></w:captions>'
        f'<w:smartTagType w:namespaceuri="{words.secret}" w:name="{words.last}"/><w:listSeparator w:val="{words.secret}"/>'
        f'<w:defaultTableStyle w:val="{words.last}"/><w14:docId w14:val="{words.last}"/>',
    )
    return _under("protection_and_writers", words, "settings", content, secrets=(words.secret, words.last))


@maker(Surface.SETTINGS)
def note_marks_in_settings(words: Words) -> Case:
    content = part(
        "settings",
        f'<w:footnotePr><w:numFmt w:val="custom" w:format="{words.secret}"/></w:footnotePr><w:compat><w:compatSetting '
        f'w:name="{words.last}" w:uri="{words.secret}" w:val="{words.secret}"/></w:compat>',
    )
    return _under("note_marks_in_settings", words, "settings", content)


@maker(Surface.NAMES)
def table_and_list_styles(words: Words) -> Case:
    key = words.last
    content = part(
        "styles",
        f'<w:style w:type="table" w:styleId="{key}T"><w:name w:val="{words.secret} table"/><w:tblPr/></w:style>'
        f'<w:style w:type="numbering" w:styleId="{key}N"><w:name w:val="{words.secret} list"/></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}C"><w:name w:val="{words.secret}"/><w:link w:val="{key}P"/>'
        f'<w:rsid w:val="00112233"/></w:style><w:style w:type="paragraph" w:styleId="{key}P"><w:name w:val="{words.secret} p"/></w:style>',
    )
    tbl = table([line("cell")], properties=f'<w:tblStyle w:val="{key}T"/>')
    body = tbl + para(run("styled", f'<w:rStyle w:val="{key}C"/>'), f'<w:pStyle w:val="{key}P"/>')
    return _under(
        "table_and_list_styles",
        words,
        "styles",
        content,
        body,
        keep=("styled", "cell"),
        secrets=(words.secret, key),
    )


@maker(Surface.NAMES)
def linked_lists(words: Words) -> Case:
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1"><w:nsid w:val="0A0B0C0D"/><w:name w:val="{words.secret}"/><w:styleLink w:val="{words.last}"/>'
        f'<w:lvl w:ilvl="0" w:tplc="0409000F"><w:numFmt w:val="bullet"/><w:pStyle w:val="{words.last}"/><w:lvlText w:val="•"/>'
        f'<w:rPr><w:rFonts w:ascii="{words.secret}" w:hint="default"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = para(run("item"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    return _under(
        "linked_lists",
        words,
        "numbering",
        numbering,
        body,
        keep=("item",),
        secrets=(words.secret, words.last),
    )


@maker(Surface.NAMES, numbers=True)
def words_before_a_number(words: Words) -> Case:
    """The text of a list's level is read, and a level that nothing uses as well."""
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        f'<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="{words.secret}:"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = para(run("item"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    made = _under("words_before_a_number", words, "numbering", numbering, body)
    return Case(made.name, words, made.data, kind="structure_text", keep=("item",))


@maker(Surface.NAMES)
def embedded_fonts(words: Words) -> Case:
    fonts = part(
        "fonts",
        f'<w:font w:name="{words.last}"><w:altName w:val="{words.secret}"/><w:panose1 w:val="02000000000000000000"/>'
        '<w:embedRegular r:id="rId1" w:fontKey="{00000000-0000-0000-0000-000000000001}"/></w:font>',
    )
    rels = rels_xml([Rel("rId1", "font", "fonts/font1.odttf")])
    data = package(
        words.kept + para(run("x", f'<w:rFonts w:ascii="{words.last}" w:hAnsi="{words.last}"/>')),
        rels=[Rel("rId3", "fontTable", "fontTable.xml")],
        parts={
            "word/fontTable.xml": fonts,
            "word/_rels/fontTable.xml.rels": rels,
            "word/fonts/font1.odttf": words.secret.encode("utf-16-be"),
        },
    )
    return Case("embedded_fonts", words, data, Outcome.DROPPED, secrets=(words.secret, words.last))
