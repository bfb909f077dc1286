# SPDX-License-Identifier: MIT
"""The text model: a document is a set of stories, and every place in it is a span, a box or a region."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Format(StrEnum):
    """The formats that are read, by content."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "txt"
    MARKDOWN = "md"


class Language(StrEnum):
    """The two languages of the Government of Canada."""

    EN = "en"
    FR = "fr"


class StoryKind(StrEnum):
    """What a run of text is; the first part of a story's id."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"
    COMMENT = "comment"
    DELETION = "deletion"
    HIDDEN = "hidden"
    ALT_TEXT = "alt_text"
    LINK_TARGET = "link_target"
    PROPERTY = "property"
    PAGE = "page"
    ANNOTATION = "annotation"
    FORM_FIELD = "form_field"
    BOOKMARK = "bookmark"
    DESTINATION = "destination"
    PAGE_LABEL = "page_label"
    ATTACHMENT = "attachment"
    STRUCTURE_TEXT = "structure_text"
    LAYER = "layer"
    SCRIPT = "script"
    REVISION = "revision"
    IMAGE_TEXT = "image_text"
    CHART = "chart"
    DIAGRAM = "diagram"
    EMBEDDED = "embedded"


class ProblemKind(StrEnum):
    """What a document forces a person to decide before a copy can be made."""

    TRACKED_CHANGES = "tracked_changes"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    IMAGE = "image"
    OBJECT = "object"
    LINKS = "links"
    ANNOTATIONS = "annotations"
    ATTACHMENTS = "attachments"
    FORM = "form"
    EARLIER_REVISION = "earlier_revision"
    UNREADABLE_PAGE = "unreadable_page"
    UNTRUSTED_TEXT = "untrusted_text"
    LAYERS = "layers"
    SCRIPT = "script"
    ENCODING = "encoding"
    FAINT_TEXT = "faint_text"


class Choice(StrEnum):
    """The answers a problem can have."""

    ACCEPT = "accept"
    STOP = "stop"
    LEAVE_OUT = "leave_out"
    KEEP = "keep"
    MASK = "mask"
    REMOVE = "remove"
    REPLACE = "replace"
    WINDOWS_1252 = "windows-1252"
    ISO_8859_15 = "iso-8859-15"
    MAC_ROMAN = "mac-roman"
    UTF_16 = "utf-16"


ENCODINGS = (Choice.WINDOWS_1252, Choice.ISO_8859_15, Choice.MAC_ROMAN, Choice.UTF_16)
"""Answers to an encoding problem; their values are codec names."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of one story's text."""

    story: str
    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether every character of the other span is in this one."""
        return self.story == other.story and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.story == other.story and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page (from 1), in default user units, absolute, y upward, ignoring Rotate and UserUnit."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A rectangle in a picture of a DOCX, named by the picture's problem.

    In pixels from the top left of what the document shows of the picture, y downward.
    """

    problem: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def has_area(self) -> bool:
        """Whether it takes anything; not when a side is no number, or none that a picture has."""
        return 0 <= self.x0 < self.x1 < math.inf and 0 <= self.y0 < self.y1 < math.inf


Target = Span | Box | Region
"""A place that a person can decide on."""


@dataclass(frozen=True, slots=True)
class Story:
    """One run of text with its own order; `id` is `kind[:part-or-page][:n]`, `page` counts from 1 or is None."""

    id: str
    kind: StoryKind
    text: str
    page: int | None = None
    visible: bool = True
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A question that the document puts to a person; `safe` is what `--safe-defaults` takes."""

    id: str
    kind: ProblemKind
    choices: tuple[Choice, ...]
    safe: Choice
    story: str | None = None
    page: int | None = None
    count: int = 1


@dataclass(frozen=True)
class Document:
    """One source file as opened: identified by the SHA-256 (hex) of its bytes."""

    sha256: str
    format: Format
    reader_version: str
    pages: int | None
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()
    language: Language | None = None

    @cached_property
    def _by_id(self) -> dict[str, Story]:
        return {story.id: story for story in self.stories}

    def story(self, story_id: str) -> Story:
        """The story of that id. Raises KeyError when there is none."""
        return self._by_id[story_id]

    def has_story(self, story_id: str) -> bool:
        """Whether a story of that id exists."""
        return story_id in self._by_id

    def can_mask(self, problem_id: str) -> bool:
        """Whether a problem of that id is a picture in which areas can be painted over."""
        return any(each.id == problem_id and Choice.MASK in each.choices for each in self.problems)

    def text_of(self, span: Span) -> str:
        """The characters of a span."""
        return self._by_id[span.story].text[span.start : span.end]
