# SPDX-License-Identifier: MIT
"""Reads a PDF file: every page, and every other surface that carries text, becomes a story or a question."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf

from reviewer.documents import READER_VERSION
from reviewer.documents.language import language_of
from reviewer.documents.pdf import carried, surfaces
from reviewer.documents.pdf.beside import bounded
from reviewer.documents.pdf.field_values import draw_values
from reviewer.documents.pdf.handle import Handle, Id
from reviewer.documents.pdf.known_fonts import Fonts
from reviewer.documents.pdf.layers import Layers
from reviewer.documents.pdf.opening import earlier_revisions, open_pdf
from reviewer.documents.pdf.pictures import PictureUse, collect, read_words
from reviewer.documents.pdf.structure import Structure
from reviewer.documents.pdf.surface import Reference, Surface
from reviewer.documents.pdf.swelling import Swelling
from reviewer.documents.pdf.trees import listed
from reviewer.documents.pdf.trust import Letters, Trust, shown_instead
from reviewer.documents.pdf.views import PageView, read_page
from reviewer.errors import DamagedFile, UnsupportedContent
from reviewer.model.document import (
    Box,
    Choice,
    Document,
    Format,
    Language,
    Problem,
    ProblemKind,
    Span,
    Story,
    StoryKind,
)
from reviewer.progress import Progress, Report, Stage, silent

_KEPT_VIEWS = 6
_LETTERS = 12
_TELLING = 50_000
BROKEN = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What pikepdf lets a malformed object raise far from where it was read: such a file is refused, not guessed at."""
_DRAWN = {"/Link", "/Widget", "/Popup"}


class PdfSource:
    """A PDF file as read. Pages are walked again when they are asked for; only their text is kept."""

    def __init__(self, data: bytes, path: Path, pdf: pikepdf.Pdf) -> None:
        self.data, self.path = data, path
        self.handle = Handle(data, pdf)
        if draw_values(pdf):
            self.handle.stay()
        self.layers = Layers(pdf.Root)
        self.structure = Structure(self.handle, path)
        self.pictures: dict[tuple[object, ...], PictureUse] = {}
        self.stories_of: dict[Reference, str] = {}
        self.doubtful: set[int] = set()
        self._pictures_on: dict[int, list[PictureUse]] | None = None
        self._trust = Trust(data)
        self._shown: dict[int, Letters] = {}
        self._fonts = Fonts(self.handle.kept)
        self._swelling = Swelling(path)
        self._views: OrderedDict[int, PageView] = OrderedDict()
        self._document: Document | None = None

    @property
    def document(self) -> Document:
        """The text model."""
        if self._document is None:
            raise RuntimeError("document is asked for before the file is read")
        return self._document

    def begin(self, document: Document) -> None:
        """Set the text model, once it is complete."""
        self._document = document

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return self.handle.page_count

    @property
    def pdf(self) -> pikepdf.Pdf:
        """The file as it is open at the moment; objects of it do not outlive the next page of a long file."""
        return self.handle.pdf

    def page(self, number: int) -> pikepdf.Page:
        """A page (from 1) of the file as it is open at the moment."""
        return self.handle.page(number)

    def pages(self) -> Iterator[pikepdf.Page]:
        """The pages, one by one; a long file is opened anew between them."""
        for number in range(1, self.page_count + 1):
            self.rest()
            yield self.handle.page(number)

    def rest(self) -> None:
        """Let go of what was read of the file so far, where that is much; for whoever holds none of its objects."""
        if self.handle.is_spent:
            self._views.clear()
            self.handle.rest()

    def view(self, number: int) -> PageView:
        """A page (from 1), walked anew unless it was among the last ones asked for."""
        if number not in self._views:
            self.rest()
            view = read_page(
                self.data, self.page(number), number, self.layers, self._fonts, self.structure, self.path
            )
            view.pdf = self.pdf
            self._swelling.check(view.walk)
            view.untrusted |= number in self._trust.distrusted
            self._views[number] = view
            if number in self._shown:
                shown_instead(self._views[number], self._shown[number])
            if len(self._views) > _KEPT_VIEWS:
                self._views.popitem(last=False)
        self._views.move_to_end(number)
        return self._views[number]

    def look_at(self, number: int) -> None:
        """Ask whether a page's text is what it shows; where it is not, what OCR reads on it stands in from now on."""
        view = self.view(number)
        read = self._trust.reading(view, int(self.page(number).rotation))
        view.untrusted |= number in self._trust.distrusted
        if read is not None:
            self._shown[number] = read
            shown_instead(view, read)

    def is_unreadable(self, view: PageView) -> bool:
        """Whether nobody can say what a page says: untrusted, or without text and with something OCR did not read."""
        if view.untrusted or not view.wordless:
            return view.untrusted
        shown = self.pictures_on(view.number)
        return not shown or not all(each.was_read and each.text.strip() for each in shown)

    def pictures_on(self, number: int) -> Sequence[PictureUse]:
        """The images that a page shows, once all pages are read."""
        if self._pictures_on is None:
            found: dict[int, list[PictureUse]] = {}
            for picture in self.pictures.values():
                for page in sorted({use[0] for use in picture.uses}):
                    found.setdefault(page, []).append(picture)
            self._pictures_on = found
        return self._pictures_on.get(number, ())

    def question_about(self, view: PageView) -> str:
        """The problem that a page is as a whole; "" for nearly all pages."""
        if view.looked_at:
            return f"{ProblemKind.UNTRUSTED_TEXT}:{view.number}"
        return f"{ProblemKind.UNREADABLE_PAGE}:{view.number}" if self.is_unreadable(view) else ""

    def picture_of(self, story: str) -> PictureUse | None:
        """The image that an image's story was read in."""
        return next(
            (each for each in self.pictures.values() if f"{StoryKind.IMAGE_TEXT}:{each.id}" == story), None
        )

    def locate(self, span: Span) -> tuple[Box, ...]:
        """The boxes of a span, one a line; texts that are not drawn stand nowhere."""
        story = self.document.story(span.story)
        if story.kind is StoryKind.IMAGE_TEXT:
            picture = self.picture_of(story.id)
            return (
                tuple(Box(page, *rect) for page, rect in picture.boxes(span.start, span.end))
                if picture
                else ()
            )
        if story.page is None or story.kind not in {StoryKind.PAGE, StoryKind.HIDDEN}:
            return ()
        rects = self.view(story.page).rects(span.start, span.end, hidden=story.kind is StoryKind.HIDDEN)
        return tuple(Box(story.page, *rect) for rect in rects)


def read_pdf(data: bytes, *, path: Path, report: Report = silent) -> PdfSource:
    """Read a file. Raises EncryptedFile, EmptyFile, DamagedFile, LimitExceeded, HostileContent, UnsupportedContent."""
    try:
        source = PdfSource(data, path, open_pdf(data, path))
        _refuse_unsupported(source)
        stories: list[Story] = []
        problems: list[Problem] = []
        for number in range(1, source.page_count + 1):
            report(Progress(Stage.READING, number - 1, source.page_count))
            _read_page(source, number, stories, problems)
        # Reading pictures takes long: a person who stops the reading is heard between two of them.
        stories += _pictures(source, problems, partial(report, _all_pages(source)))
        problems += _unreadable(source)
        report(_all_pages(source))
        found = bounded(_surfaces(source), path, partial(report, _all_pages(source)))
        stories += _number(source, found)
        problems += _questions(source, found)
    except DamagedFile as error:
        # What PDFium could not draw does not know which file it was of.
        raise DamagedFile(path=path, detail=error.facts["detail"]) from error
    except BROKEN as error:
        raise DamagedFile(path=path, detail="content") from error
    language = language_of(_beginning(stories))
    document = Document(
        hashlib.sha256(data).hexdigest(),
        Format.PDF,
        READER_VERSION,
        source.page_count,
        tuple(_with_language(each, language) for each in stories),
        tuple(problems),
        language,
    )
    source.begin(document)
    report(_all_pages(source))
    return source


def _beginning(stories: Iterable[Story]) -> str:
    """The text of the first pages, as much as tells its language."""
    pieces: list[str] = []
    room = _TELLING
    for story in stories:
        if story.kind is StoryKind.PAGE and room > 0:
            pieces.append(story.text[:room])
            room -= len(pieces[-1]) + 1
    return "\n".join(pieces)


def _all_pages(source: PdfSource) -> Progress:
    return Progress(Stage.READING, source.page_count, source.page_count)


def _refuse_unsupported(source: PdfSource) -> None:
    root = source.pdf.Root
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form and bool(root.get("/NeedsRendering", False)):
        raise UnsupportedContent(path=source.path, content="xfa", place="form")
    if "/Collection" in root:
        raise UnsupportedContent(path=source.path, content="portfolio", place="document")


def _with_language(story: Story, language: Language) -> Story:
    letters = sum(each.isalpha() for each in story.text[:2000])
    return replace(story, language=language_of(story.text[:20_000]) if letters >= _LETTERS else language)


def _read_page(source: PdfSource, number: int, stories: list[Story], problems: list[Problem]) -> None:
    source.look_at(number)
    view = source.view(number)
    stories.append(Story(f"page:{number}", StoryKind.PAGE, view.text.text, number))
    if view.hidden.text.strip():
        story = Story(f"hidden:p{number}", StoryKind.HIDDEN, view.hidden.text, number, visible=False)
        stories.append(story)
        problems.append(_leave_out(ProblemKind.HIDDEN_TEXT, f"p{number}", story=story.id, page=number))
    for index, found in enumerate(view.walk.actual_texts, 1):
        if found.text.strip():
            stories.append(
                Story(
                    f"structure_text:p{number}:{index}",
                    StoryKind.STRUCTURE_TEXT,
                    found.text,
                    number,
                    visible=False,
                )
            )
    if view.untrusted or view.wordless:
        source.doubtful.add(number)
    if view.looked_at:
        kind = ProblemKind.UNTRUSTED_TEXT
        choices = (Choice.STOP, Choice.KEEP, Choice.REMOVE)
        problems.append(Problem(f"{kind}:{number}", kind, choices, Choice.STOP, f"page:{number}", number))
    collect(view.walk, source.pictures)
    drawn = [
        each
        for each in listed(source.page(number).obj.get("/Annots"))
        if str(each.get("/Subtype", "")) not in _DRAWN
    ]
    if drawn:
        problems.append(_leave_out(ProblemKind.ANNOTATIONS, f"p{number}", page=number, count=len(drawn)))


def _leave_out(
    kind: ProblemKind, part: str = "", *, story: str | None = None, page: int | None = None, count: int = 1
) -> Problem:
    return Problem(
        f"{kind}:{part}" if part else str(kind),
        kind,
        (Choice.LEAVE_OUT,),
        Choice.LEAVE_OUT,
        story,
        page,
        count,
    )


def _pictures(source: PdfSource, problems: list[Problem], tick: Callable[[], None]) -> Iterator[Story]:
    for picture in source.pictures.values():
        tick()
        if picture.identity is not None:
            picture.obj = source.handle.object(Id(*picture.identity))
        read_words(picture)
        story = f"{StoryKind.IMAGE_TEXT}:{picture.id}" if picture.text.strip() else None
        problems.append(
            Problem(
                f"{ProblemKind.IMAGE}:{picture.id}",
                ProblemKind.IMAGE,
                (Choice.KEEP, Choice.REMOVE),
                Choice.KEEP if picture.was_read else Choice.REMOVE,
                story,
                picture.page,
                len(picture.uses),
            )
        )
        if story:
            yield Story(story, StoryKind.IMAGE_TEXT, picture.text, picture.page)


def _unreadable(source: PdfSource) -> Iterator[Problem]:
    kind = ProblemKind.UNREADABLE_PAGE
    for number in sorted(source.doubtful):
        if source.is_unreadable(source.view(number)):
            yield Problem(f"{kind}:{number}", kind, (Choice.STOP, Choice.REMOVE), Choice.STOP, page=number)


def _surfaces(source: PdfSource) -> Iterator[Surface]:
    path = source.path
    for number, page in enumerate(source.pages(), 1):
        yield from surfaces.notes_and_links(page.obj, number)
    yield from surfaces.fields(source.pdf.Root, path)
    yield from surfaces.outline_texts(source.pdf.Root, path)
    yield from surfaces.names(source.pdf.Root, path)
    yield from carried.attachments(source.pdf.Root, source.pages(), path)
    yield from carried.properties(source.pdf)
    yield from surfaces.structure_texts(source.handle, path)
    yield from carried.scripts(source.pdf.Root, source.pages(), path)
    for index, name in enumerate(source.layers.names):
        yield Surface(StoryKind.LAYER, name, ("layer", index))


def _number(source: PdfSource, found: Iterable[Surface]) -> Iterator[Story]:
    """Ids: the kind, the page or part, and a number within them."""
    counts: dict[str, int] = {}
    for surface in found:
        part = surface.part or (f"p{surface.page}" if surface.page else "")
        stem = f"{surface.kind}:{part}" if part else str(surface.kind)
        counts[stem] = counts.get(stem, 0) + 1
        identity = stem if surface.part and counts[stem] == 1 else f"{stem}:{counts[stem]}"
        source.stories_of[surface.reference] = identity
        visible = surface.kind in {StoryKind.BOOKMARK, StoryKind.ANNOTATION, StoryKind.FORM_FIELD}
        yield Story(identity, surface.kind, surface.text, surface.page, visible=visible)


def _questions(source: PdfSource, found: Iterable[Surface]) -> Iterator[Problem]:
    """What the document as a whole forces a person to decide."""
    kinds = [surface.kind for surface in found]
    if StoryKind.ATTACHMENT in kinds:
        yield _leave_out(ProblemKind.ATTACHMENTS, count=kinds.count(StoryKind.ATTACHMENT))
    if StoryKind.SCRIPT in kinds:
        yield _leave_out(ProblemKind.SCRIPT, count=kinds.count(StoryKind.SCRIPT))
    form = source.pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and listed(form.get("/Fields")):
        yield Problem(str(ProblemKind.FORM), ProblemKind.FORM, (Choice.KEEP, Choice.LEAVE_OUT), Choice.KEEP)
    if source.layers.any_hidden:
        yield _leave_out(ProblemKind.LAYERS)
    revisions = earlier_revisions(source.data)
    if revisions:
        yield _leave_out(ProblemKind.EARLIER_REVISION, count=revisions)
