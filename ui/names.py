# SPDX-License-Identifier: MIT
"""The words of the window for what a document holds: categories of passages, kinds of text, properties."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.model.document import StoryKind
from reviewer.model.finding import Category
from reviewer.workflow import words


class Names(QObject):
    """Names things of a document in the language of the window."""

    def category(self, category: Category) -> str:
        """What kind of information a passage is."""
        return {
            Category.PERSON: self.tr("Person"),
            Category.EMAIL: self.tr("E-mail address"),
            Category.PHONE: self.tr("Telephone number"),
            Category.ADDRESS: self.tr("Address"),
            Category.POSTAL_CODE: self.tr("Postal code"),
            Category.DATE_OF_BIRTH: self.tr("Date of birth"),
            Category.AGE: self.tr("Age"),
            Category.SIN: self.tr("Social insurance number"),
            Category.PRI: self.tr("Personal record identifier"),
            Category.UCI: self.tr("Immigration client number"),
            Category.HEALTH_CARD: self.tr("Health card number"),
            Category.DRIVER_LICENCE: self.tr("Driver's licence"),
            Category.PASSPORT: self.tr("Passport number"),
            Category.BANK_ACCOUNT: self.tr("Bank account"),
            Category.CREDIT_CARD: self.tr("Payment card"),
            Category.BUSINESS_NUMBER: self.tr("Business number"),
            Category.STATUS_CARD: self.tr("Status card number"),
            Category.FILE_NUMBER: self.tr("File number"),
            Category.IP_ADDRESS: self.tr("IP address"),
            Category.COORDINATES: self.tr("Coordinates"),
            Category.SALARY: self.tr("Salary"),
            Category.VEHICLE_PLATE: self.tr("Licence plate"),
            Category.USERNAME_OR_PASSWORD: self.tr("User name or password"),
            Category.ACCESS_CODE: self.tr("Access code"),
            Category.MARKING: self.tr("Security marking"),
            Category.HEALTH_INFO: self.tr("Health information"),
            Category.EMPLOYMENT_INFO: self.tr("Employment information"),
            Category.PRIVILEGE: self.tr("Legal advice"),
            Category.CABINET: self.tr("Cabinet confidence"),
            Category.THIRD_PARTY: self.tr("Third-party information"),
            Category.ADVICE: self.tr("Advice or recommendation"),
            Category.SECURITY: self.tr("Security of a place or system"),
            Category.SENSITIVE_SITE: self.tr("Sensitive site"),
            Category.OPINION_ABOUT_PERSON: self.tr("Opinion about a person"),
            Category.OTHER_ID: self.tr("Other identifier"),
        }[category]

    def short_category(self, category: Category) -> str:
        """The same in a word or two, as a column has room for."""
        return {
            Category.EMAIL: self.tr("E-mail"),
            Category.PHONE: self.tr("Telephone"),
            Category.SIN: self.tr("SIN"),
            Category.PRI: self.tr("PRI"),
            Category.UCI: self.tr("UCI"),
            Category.HEALTH_CARD: self.tr("Health card"),
            Category.PASSPORT: self.tr("Passport"),
            Category.BUSINESS_NUMBER: self.tr("Business no."),
            Category.STATUS_CARD: self.tr("Status card"),
            Category.FILE_NUMBER: self.tr("File no."),
            Category.COORDINATES: self.tr("Position"),
            Category.VEHICLE_PLATE: self.tr("Plate"),
            Category.USERNAME_OR_PASSWORD: self.tr("Credentials"),
            Category.HEALTH_INFO: self.tr("Health"),
            Category.EMPLOYMENT_INFO: self.tr("Employment"),
            Category.CABINET: self.tr("Cabinet"),
            Category.THIRD_PARTY: self.tr("Third party"),
            Category.ADVICE: self.tr("Advice"),
            Category.SECURITY: self.tr("Security"),
            Category.OPINION_ABOUT_PERSON: self.tr("Opinion"),
            Category.OTHER_ID: self.tr("Identifier"),
        }.get(category) or self.category(category)

    def kind(self, kind: StoryKind) -> str:
        """What a run of text is."""
        return {
            StoryKind.BODY: self.tr("Text"),
            StoryKind.HEADER: self.tr("Header"),
            StoryKind.FOOTER: self.tr("Footer"),
            StoryKind.FOOTNOTE: self.tr("Footnote"),
            StoryKind.ENDNOTE: self.tr("Endnote"),
            StoryKind.TEXT_BOX: self.tr("Text box"),
            StoryKind.COMMENT: self.tr("Comment"),
            StoryKind.DELETION: self.tr("Deleted text"),
            StoryKind.HIDDEN: self.tr("Hidden text"),
            StoryKind.ALT_TEXT: self.tr("Alternative text"),
            StoryKind.LINK_TARGET: self.tr("Link address"),
            StoryKind.PROPERTY: self.tr("Property"),
            StoryKind.PAGE: self.tr("Page"),
            StoryKind.ANNOTATION: self.tr("Annotation"),
            StoryKind.FORM_FIELD: self.tr("Form field"),
            StoryKind.BOOKMARK: self.tr("Bookmark"),
            StoryKind.DESTINATION: self.tr("Named destination"),
            StoryKind.PAGE_LABEL: self.tr("Page label"),
            StoryKind.ATTACHMENT: self.tr("Attachment"),
            StoryKind.STRUCTURE_TEXT: self.tr("Structure text"),
            StoryKind.LAYER: self.tr("Layer"),
            StoryKind.SCRIPT: self.tr("Script"),
            StoryKind.REVISION: self.tr("Earlier version"),
            StoryKind.IMAGE_TEXT: self.tr("Text in a picture"),
            StoryKind.CHART: self.tr("Text of a chart"),
            StoryKind.DIAGRAM: self.tr("Text of a diagram"),
            StoryKind.EMBEDDED: self.tr("Text in an embedded object"),
        }[kind]

    def property(self, untrusted_name: str) -> str:
        """What a property is called; a name that only the file knows stays as it is."""
        return {
            "title": self.tr("Title"),
            "subject": self.tr("Subject"),
            "creator": self.tr("Creator"),
            "author": self.tr("Author of the file"),
            "keywords": self.tr("Keywords"),
            "description": self.tr("Description"),
            "lastmodifiedby": self.tr("Last changed by"),
            "category": self.tr("Category"),
            "contentstatus": self.tr("Status"),
            "contenttype": self.tr("Type of content"),
            "language": self.tr("Language"),
            "identifier": self.tr("Identifier"),
            "company": self.tr("Company"),
            "manager": self.tr("Manager"),
            "template": self.tr("Template"),
            "hyperlinkbase": self.tr("Base of links"),
            "titlesofparts": self.tr("Titles of parts"),
            "producer": self.tr("Producer"),
            "created": self.tr("Created on"),
            "creationdate": self.tr("Created on"),
            "modified": self.tr("Changed on"),
            "moddate": self.tr("Changed on"),
            "lastprinted": self.tr("Last printed on"),
            "xmp": self.tr("XMP metadata"),
        }.get(untrusted_name.lower(), words.clean(untrusted_name))
