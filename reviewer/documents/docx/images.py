# SPDX-License-Identifier: MIT
"""The pictures of a document: which can be kept, the words in each as a story, and how a person sees them.

Pictures are read side by side, each once in a run of the program: the words of the last ones are remembered.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Event, Lock

from PIL.Image import Image as Pixels

from reviewer.documents import ocr, pictures, vectors
from reviewer.documents.docx.drafts import Image, Reading
from reviewer.documents.docx.package import Part
from reviewer.documents.ocr import PlacedWord, Turn, Word
from reviewer.documents.picture_words import read_words
from reviewer.model.document import Choice, Problem, ProblemKind, StoryKind
from reviewer.progress import Progress, Report, Stage

_TICK = 0.2
_REMEMBERED = 500


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture as the document shows it and a copy would: a PNG, its size in pixels, the words read in it.

    Each word is its place in the image's story and in the picture: start, end, x0, y0, x1, y1 from the top left.
    """

    png: bytes
    width: int
    height: int
    words: tuple[PlacedWord, ...]


def read_images(reading: Reading, main: Part, report: Report) -> None:
    """Which pictures can be kept at all, and, when they can be read, the words in each as a story."""
    found = _recognised(reading, report)
    for image in reading.images.values():
        words = found[image.problem]
        image.text, image.words = ocr.laid_out(words or ())
        if not image.readable:
            image.text = vectors.text_of(reading.package.bytes_of(image.part))
        if words is not None or image.text:
            draft = reading.begin(
                StoryKind.IMAGE_TEXT, main, image.problem.rpartition(":")[2], visible=True, number=False
            )
            draft.separate(image.text)
            image.story = draft.id


def view(reading: Reading, problem: str) -> PictureView | None:
    """The picture of a problem; None when there is none or it cannot be decoded."""
    image = next((each for each in reading.images.values() if each.problem == problem), None)
    if image is None or not image.readable:
        return None
    picture = pictures.visible(reading.package.bytes_of(image.part), image.crop)
    if picture is None:
        return None
    return PictureView(pictures.encoded(picture), picture.width, picture.height, image.words)


def image_problems(reading: Reading) -> Iterator[Problem]:
    """A picture is safe to keep only when its words were read (and none withheld); some cannot be kept at all."""
    lengths = {draft.id: draft.length for draft in reading.drafts}
    used = Counter(each.problem for each in reading.pictures.values())
    for image in reading.images.values():
        shown = image.story if lengths.get(image.story or "") else None
        choices, safe = (Choice.KEEP, Choice.MASK, Choice.REMOVE), Choice.KEEP
        if not image.readable:
            choices, safe = (Choice.REMOVE,), Choice.REMOVE  # type: ignore[assignment]
        elif image.story is None:
            safe = Choice.REMOVE
        yield Problem(image.problem, ProblemKind.IMAGE, choices, safe, story=shown, count=used[image.problem])


class _Memory:
    """Words by the digest of a picture's pixels; the oldest are forgotten."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._words: OrderedDict[str, tuple[Word, ...]] = OrderedDict()

    def get(self, key: str) -> tuple[Word, ...] | None:
        """The words, if they are still known."""
        with self._lock:
            if key in self._words:
                self._words.move_to_end(key)
            return self._words.get(key)

    def keep(self, key: str, words: tuple[Word, ...]) -> None:
        """Remember them."""
        with self._lock:
            self._words[key] = words
            while len(self._words) > _REMEMBERED:
                self._words.popitem(last=False)


_memory = _Memory()


def words_of(
    picture: Pixels, turns: Sequence[Turn] = (), stop: Event | None = None
) -> tuple[Word, ...] | None:
    """The words of a picture, read once; None when it could not be read."""
    if not ocr.available():
        return None
    key = hashlib.sha256(f"{turns}{picture.size}".encode() + picture.tobytes()).hexdigest()
    words = _memory.get(key)
    if words is None:
        words = read_words(picture, turns, stop=stop)
        if words is not None:
            _memory.keep(key, words)
    return words


def _recognised(reading: Reading, report: Report) -> dict[str, tuple[Word, ...] | None]:
    """The words by problem, read on all cores; a report that stops the step stops the readers too."""
    stop = Event()
    done = 0
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        waiting: dict[Future[tuple[Word, ...] | None], str] = {}
        for image in reading.images.values():
            data = reading.package.bytes_of(image.part)
            waiting[pool.submit(_words, data, image, stop)] = image.problem
        found: dict[str, tuple[Word, ...] | None] = {}
        try:
            while waiting:
                report(Progress(Stage.READING, done, len(reading.images)))
                finished, _ = wait(waiting, timeout=_TICK, return_when=FIRST_COMPLETED)
                for future in finished:
                    found[waiting.pop(future)] = future.result()
                    done += 1
        finally:
            stop.set()
    return found


def _words(data: bytes, image: Image, stop: Event) -> tuple[Word, ...] | None:
    """The words of one picture; it is noted whether it can be decoded at all."""
    if stop.is_set():
        return None
    picture = pictures.visible(data, image.crop)
    image.readable = picture is not None
    return None if picture is None else words_of(picture, tuple(image.turns), stop)
