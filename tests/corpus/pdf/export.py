# SPDX-License-Identifier: MIT
"""Makes the kept exports: documents written with python-docx, printed to PDF by LibreOffice. Only a person runs it.

`python -m tests.corpus.pdf.export` needs `soffice` and DejaVu fonts (free, Bitstream Vera licence), which it embeds.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt

from tests.corpus.painted import painted, png
from tests.corpus.pdf.recipes import EN, FR, Words

FOLDER = Path(__file__).with_name("exported")
KINDS: dict[str, dict[str, Any]] = {
    "tagged": {"UseTaggedPDF": True, "ExportBookmarks": True},
    "archive": {"SelectPdfVersion": 2, "UseTaggedPDF": True, "ExportBookmarks": True},
    "columns": {"UseTaggedPDF": True, "ExportNotesInMargin": True},
    "plain": {"UseTaggedPDF": False, "ExportBookmarks": False, "ReduceImageResolution": True},
}


def written(words: Words, *, columns: bool) -> bytes:
    """A report with a running line, headings, a table, a picture, a link and a note; in two columns with hyphens."""
    document = docx.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "DejaVu Serif", Pt(10)
    for style in ("Heading 1", "Heading 2"):
        document.styles[style].font.name = "DejaVu Serif"
        document.styles[style].element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        del document.styles[style].element.rPr.rFonts.attrib[qn("w:asciiTheme")]
    document.core_properties.author = document.core_properties.title = words.full
    section = document.sections[0]
    if columns:
        section._sectPr.xpath("./w:cols")[0].set(qn("w:num"), "2")
        document.settings.element.insert(0, parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>"))
    section.header.paragraphs[0].text = f"{words.kept[:20]} | {words.last}"
    section.footer.paragraphs[0].text = words.full
    document.add_heading(words.kept, 1)
    document.add_paragraph(f"{words.line}. {words.kept}.")
    document.add_heading(f"{words.before} {words.last}", 2)
    paragraph = document.add_paragraph(
        f"{words.kept}, {words.after}. " * 2 + f"{words.line}. {words.kept}. " * 2
    )
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    bold = document.add_paragraph(f"{words.before} ").add_run(words.first)
    bold.bold = True
    document.paragraphs[-1].add_run(f" {words.last} {words.after}.").italic = True
    _table(document, words)
    picture = document.add_picture(io.BytesIO(png(painted((words.after,), 20))), width=Inches(2))
    picture._inline.docPr.set("descr", f"{words.before} {words.full}")
    _link(document, words)
    document.add_comment(
        document.paragraphs[1].runs, text=f"{words.before} {words.full}", author=words.last, initials="Q"
    )
    document.add_page_break()
    document.add_paragraph(f"{words.kept}. {words.full}.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _table(document: Any, words: Words) -> None:
    table = document.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    for at, text in enumerate((words.before, words.after, "2026", words.first, words.last, "12,5")):
        table.rows[at // 3].cells[at % 3].text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _link(document: Any, words: Words) -> None:
    target = document.part.relate_to(
        "https://example.org/orchard", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}" w:history="1"><w:r><w:t>{words.after}</w:t></w:r></w:hyperlink>'
    )
    document.add_paragraph()._p.append(link)


def main() -> None:
    """Write the files that are kept."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for words in (EN, FR):
            source = Path(folder, "report.docx")
            for kind, options in KINDS.items():
                source.write_bytes(written(words, columns=kind == "columns"))
                values = {
                    key: {
                        "type": "boolean" if isinstance(value, bool) else "long",
                        "value": str(value).lower(),
                    }
                    for key, value in options.items()
                }
                subprocess.run(
                    ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                     f"pdf:writer_pdf_Export:{json.dumps(values)}", "--outdir", folder, str(source)],
                    check=True, capture_output=True, timeout=180,
                )  # fmt: skip
                (FOLDER / f"{kind}-{words.tag}.pdf").write_bytes(source.with_suffix(".pdf").read_bytes())


if __name__ == "__main__":
    main()
