# SPDX-License-Identifier: MIT
"""Reviews and the text model of their documents. The source's bytes are never kept."""

from __future__ import annotations

from reviewer.errors import UnknownId
from reviewer.model.document import Document, Format, Language
from reviewer.model.journal import Action
from reviewer.model.review import Review, State
from reviewer.store import codec, journal
from reviewer.store.connection import Store
from reviewer.store.journal import NewEntry

_CLOSED = (State.RELEASED, State.REFUSED, State.RECALLED)


def add(store: Store, review: Review, document: Document, salt: bytes) -> None:
    """Begin a review of a document; the salt belongs to its seal."""
    with store.transaction():
        store.insert("review", {**_columns(review), "salt": salt})
        _add_document(store, review.id, document)
        details: dict[str, str | int] = {
            "document": document.sha256,
            "stories": len(document.stories),
            "problems": len(document.problems),
        }
        journal.append(
            store, NewEntry(Action.REVIEW_OPENED, review.opened_by, review.id, details, review.opened)
        )


def get(store: Store, review_id: str) -> Review:
    """The review of that id, or the only one whose id begins so. Raises UnknownId."""
    rows = store.rows("SELECT * FROM review WHERE id = ?", review_id)
    if not rows and review_id:
        rows = store.rows("SELECT * FROM review WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", review_id)
    if len(rows) != 1:
        raise UnknownId(kind="review", id=review_id)
    return _review(rows[0])


def all(store: Store) -> tuple[Review, ...]:  # noqa: A001 - reads well as reviews.all
    """Every review, oldest first."""
    return tuple(_review(row) for row in store.rows("SELECT * FROM review ORDER BY number"))


def find_open(store: Store, sha256: str) -> Review | None:
    """The latest review of that document that is neither released, refused nor recalled."""
    rows = store.rows("SELECT * FROM review WHERE document = ? ORDER BY number DESC", sha256)
    return next((review for review in map(_review, rows) if review.state not in _CLOSED), None)


def update(store: Store, review: Review, entry: NewEntry | None = None) -> None:
    """Keep a review in another state. Raises WrongState when another window has moved it out of reach.

    Without an entry the change belongs to another one in the same transaction.
    """
    with store.transaction():
        kept = get(store, review.id)
        if kept.state is State.OPEN and review.state is State.PREPARED:
            # Preparing decides on the way.
            kept = kept.to(State.DECIDED)
        if kept.state is not review.state:
            kept.to(review.state)
        store.run(
            "UPDATE review SET state = ?, refused_because = ? WHERE id = ?",
            review.state.value,
            review.refused_because,
            review.id,
        )
        if entry is not None:
            journal.append(store, entry)


def document(store: Store, review_id: str) -> Document:
    """The text model as it was read at the beginning of the review. Raises UnknownId."""
    with store.reading():
        row = store.row("SELECT * FROM document WHERE review = ?", review_id)
        if row is None:
            raise UnknownId(kind="review", id=review_id)
        stories = store.rows("SELECT * FROM story WHERE review = ? ORDER BY position", review_id)
    return Document(
        sha256=row["sha256"],
        format=Format(row["format"]),
        reader_version=row["reader_version"],
        pages=row["pages"],
        stories=tuple(map(codec.unstory, stories)),
        problems=codec.unproblems(row["problems"]),
        language=Language(row["language"]) if row["language"] else None,
    )


def salt(store: Store, review_id: str) -> bytes:
    """The random salt of the review's seal. Raises UnknownId."""
    row = store.row("SELECT salt FROM review WHERE id = ?", review_id)
    if row is None:
        raise UnknownId(kind="review", id=review_id)
    return bytes(row["salt"])


def _add_document(store: Store, review_id: str, document: Document) -> None:
    store.insert(
        "document",
        {
            "review": review_id,
            "sha256": document.sha256,
            "format": document.format.value,
            "reader_version": document.reader_version,
            "pages": document.pages,
            "language": document.language.value if document.language else None,
            "problems": codec.problems(document.problems),
        },
    )
    store.insert_all(
        "story",
        [
            {"review": review_id, "position": position, **codec.story(story)}
            for position, story in enumerate(document.stories)
        ],
    )


def _columns(review: Review) -> dict[str, object]:
    return {
        "id": review.id,
        "document": review.document,
        "name": codec.text(review.name),
        "path": codec.text(review.path),
        "state": review.state.value,
        "opened_by": review.opened_by,
        "opened": codec.when(review.opened),
        "refused_because": review.refused_because,
    }


def _review(row: codec.Row) -> Review:
    return Review(
        id=row["id"],
        document=row["document"],
        name=codec.untext(row["name"]),
        path=codec.untext(row["path"]),
        state=State(row["state"]),
        opened_by=row["opened_by"],
        opened=codec.unwhen(row["opened"]),
        refused_because=row["refused_because"],
    )
