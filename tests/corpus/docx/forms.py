# SPDX-License-Identifier: MIT
"""More of content controls, custom XML and building blocks: what stands unselected, bound, or as a placeholder."""

from __future__ import annotations

from tests.corpus.docx.case import Case, Outcome, Surface, Words, in_body, maker
from tests.corpus.docx.pack import Rel, line, package, para, part, rels_xml, run

_BOUND = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def _control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@maker(Surface.CONTROLS, numbers=True)
def unselected_items(words: Words) -> Case:
    items = f'<w:listItem w:displayText="{words.secret}" w:value="{words.last}"/><w:listItem w:displayText="b" w:value="2"/>'
    content = para(_control(f'<w:comboBox w:lastValue="{words.last}">{items}</w:comboBox>', run("chosen")))
    return in_body("unselected_items", words, content, outcome=Outcome.DROPPED, keep=("chosen",))


@maker(Surface.CONTROLS, numbers=True)
def selected_item(words: Words) -> Case:
    items = f'<w:listItem w:displayText="{words.secret}" w:value="1"/>'
    return in_body(
        "selected_item", words, para(_control(f"<w:dropDownList>{items}</w:dropDownList>", run(words.secret)))
    )


@maker(Surface.CONTROLS)
def dated_control(words: Words) -> Case:
    date = '<w:date w:fullDate="1984-06-13T00:00:00Z"><w:dateFormat w:val="d MMMM"/></w:date>'
    content = para(_control(date, run("13 June")))
    return in_body(
        "dated_control", words, content, outcome=Outcome.DROPPED, secrets=("1984-06-13",), keep=("13 June",)
    )


@maker(Surface.CONTROLS)
def controls_nested(words: Words) -> Case:
    inner = _control(f'<w:alias w:val="{words.last}"/>', run(words.first))
    outer = _control(f'<w:tag w:val="{words.secret}"/><w:temporary/>', inner + run(f" {words.last}"))
    return in_body("controls_nested", words, para(_control("<w15:repeatingSection xmlns:w15='u'/>", outer)))


@maker(Surface.CONTROLS)
def placeholder_text(words: Words) -> Case:
    """What asks for text is itself text until somebody types."""
    content = para(_control("<w:showingPlcHdr/>", run(f"Enter {words.secret}", '<w:rStyle w:val="P"/>')))
    return in_body("placeholder_text", words, content)


@maker(Surface.CUSTOM_XML, numbers=True)
def bound_control(words: Words) -> Case:
    """Word would fill the control again from the data it is bound to."""
    binding = (
        f"<w:dataBinding w:prefixMappings=\"xmlns:q='{words.last}'\" w:xpath=\"/q:a[@n='{words.secret}']\" "
        'w:storeItemID="{00000000-0000-0000-0000-000000000001}"/><w:text/>'
    )
    properties = (
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{{1}}"><ds:schemaRefs><ds:schemaRef ds:uri="{words.last}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    data = package(
        words.kept + para(_control(binding, run("old"))),
        rels=[Rel("rId3", "customXml", "../customXml/item1.xml")],
        parts={
            "customXml/item1.xml": f'<a xmlns="{words.last}"><n>{words.secret}</n></a>',
            "customXml/itemProps1.xml": properties,
            "customXml/_rels/item1.xml.rels": rels_xml([Rel("rId1", "customXmlProps", "itemProps1.xml")]),
        },
    )
    return Case("bound_control", words, data, Outcome.DROPPED, keep=("old",))


@maker(Surface.CUSTOM_XML)
def sources_and_cover_page(words: Words) -> Case:
    sources = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Author><b:Last>'
        f"{words.last}</b:Last><b:First>{words.first}</b:First></b:Author><b:Title>{words.secret}</b:Title></b:Source></b:Sources>"
    )
    cover = (
        '<CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps">'
        f"<CompanyPhone>613-555-0142</CompanyPhone><CompanyEmail>{words.secret}</CompanyEmail></CoverPageProperties>"
    )
    shared = f'<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><documentManagement><Owner>{words.secret}</Owner></documentManagement></p:properties>'
    parts = {f"customXml/item{n}.xml": content for n, content in enumerate((sources, cover, shared), start=1)}
    rels = [Rel(f"rId{n}", "customXml", f"../{name}") for n, name in enumerate(parts, start=1)]
    data = package(words.kept, rels=rels, parts=parts)
    return Case(
        "sources_and_cover_page", words, data, Outcome.DROPPED, secrets=(words.secret, "613-555-0142")
    )


@maker(Surface.CUSTOM_XML)
def ink_annotation(words: Words) -> Case:
    content = f'<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation>{words.secret}</inkml:annotation></inkml:ink>'
    body = words.kept + para('<w:r><w:contentPart r:id="rId9"/></w:r>')
    data = package(
        body, rels=[Rel("rId9", "customXml", "ink/ink1.xml")], parts={"word/ink/ink1.xml": content}
    )
    return Case("ink_annotation", words, data, Outcome.DROPPED)


def _glossary(words: Words, *, name: str, content: str) -> str:
    return part(
        "glossaryDocument",
        f'<w:docParts><w:docPart><w:docPartPr><w:name w:val="{name}"/><w:description w:val="{words.secret}"/>'
        f'<w:category><w:name w:val="{words.last}"/></w:category></w:docPartPr><w:docPartBody>{content}</w:docPartBody></w:docPart></w:docParts>',
    )


@maker(Surface.GLOSSARY)
def building_block(words: Words) -> Case:
    data = package(
        words.kept,
        rels=[Rel("rId4", "glossaryDocument", "glossary/document.xml")],
        parts={
            "word/glossary/document.xml": _glossary(words, name=words.secret, content=line("block")),
            "word/glossary/styles.xml": part(
                "styles", f'<w:style><w:name w:val="{words.secret}"/></w:style>'
            ),
            "word/glossary/_rels/document.xml.rels": rels_xml([Rel("rId1", "styles", "styles.xml")]),
        },
    )
    return Case("building_block", words, data, Outcome.DROPPED)


@maker(Surface.GLOSSARY, numbers=True)
def placeholder_block(words: Words) -> Case:
    """A control whose placeholder is kept in the glossary."""
    control = _control('<w:placeholder><w:docPart w:val="ABC"/></w:placeholder>', run("typed"))
    data = package(
        words.kept + para(control),
        rels=[Rel("rId4", "glossaryDocument", "glossary/document.xml")],
        parts={"word/glossary/document.xml": _glossary(words, name="ABC", content=line(words.secret))},
    )
    return Case("placeholder_block", words, data, Outcome.DROPPED, keep=("typed",))


@maker(Surface.GLOSSARY)
def gallery_of_blocks(words: Words) -> Case:
    gallery = f'<w:docPartObj><w:docPartGallery w:val="{words.secret}"/><w:docPartCategory w:val="{words.last}"/><w:docPartUnique/></w:docPartObj>'
    content = _control(gallery, line("Contents"))
    return in_body("gallery_of_blocks", words, content, outcome=Outcome.DROPPED, keep=("Contents",))


@maker(Surface.CUSTOM_XML)
def schema_element(words: Words) -> Case:
    wrapper = (
        f'<w:customXml w:uri="{words.last}" w:element="{words.last}"><w:customXmlPr><w:placeholder w:val="{words.secret}"/>'
        f'<w:attr w:uri="u" w:name="{words.first}" w:val="{words.secret}"/></w:customXmlPr>{line("inside")}</w:customXml>'
    )
    return in_body("schema_element", words, wrapper, outcome=Outcome.DROPPED, keep=("inside",))
