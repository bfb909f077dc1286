# SPDX-License-Identifier: MIT
"""The names of things in a document: properties by words, not by the tags of the format."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from reviewer.documents.docx import sheets
from ui.names import Names


def test_every_property_that_a_word_document_names_has_words(application: QApplication) -> None:
    names = Names()
    assert names.property("lastmodifiedby") == "Last changed by"
    keys = {key.lower() for key in sheets._NAMED}
    assert {key for key in keys if names.property(key) == key} == set()


def test_a_name_that_only_the_file_knows_is_made_fit_to_be_shown(application: QApplication) -> None:
    assert Names().property("Dossier\x1b 7") == "Dossier\ufffd 7"
