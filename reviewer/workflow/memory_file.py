# SPDX-License-Identifier: MIT
"""The office memory in the hands of a person: looked through, forgotten, carried elsewhere under a passphrase."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.errors import MemoryFileInvalid, StoreDamaged, UnknownId, WrongPassphrase
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.finding import Category
from reviewer.model.ground import DiscloseReason, grounds
from reviewer.model.journal import Action
from reviewer.model.review import Person, PersonRole
from reviewer.publishing.files import write_files
from reviewer.signoff import keys
from reviewer.store import journal, memory, people
from reviewer.store.memory import Remembered, Ruled, Term
from reviewer.workflow.memory import KEPT
from reviewer.workflow.open import require
from reviewer.workflow.recalling import term
from reviewer.workflow.session import Session

_KIND = b"parvis-memory-1\n"
_LARGEST = 64 * 2**20
_LONGEST = 400
_SHORTEST_ID = 6
_AHEAD = dt.timedelta(days=1)
"""How much the clock of another office may be ahead of ours."""
SHOWN_ID = 12
"""As many characters of a key name a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text that is remembered, with the rulings on it, each with the name of who made it; the last one last."""

    key: str
    text: str
    category: Category
    ruled: tuple[Ruled, ...]

    @property
    def id(self) -> str:
        """What names the text in a command."""
        return self.key[:SHOWN_ID]

    @property
    def last(self) -> Ruled:
        """What was ruled last."""
        return self.ruled[-1]

    @property
    def documents(self) -> int:
        """In how many documents somebody ruled on it."""
        return len({each.source for each in self.ruled})

    @property
    def disagrees(self) -> bool:
        """Whether it was taken out of one document and left in another."""
        verdicts = {each.ruling.verdict for each in self.ruled}
        return Verdict.DISCLOSE in verdicts and len(verdicts) > 1


def rows(session: Session) -> tuple[Row, ...]:
    """All that is remembered, what was ruled last first."""
    names = {person.id: person.name for person in people.all(session.store)}
    told = memory.told(session.store)
    return tuple(_row(each, told[each.key], names) for each in reversed(memory.all(session.store)))


def _row(remembered: Remembered, told: Sequence[Ruled], names: Mapping[str, str]) -> Row:
    ruled = tuple(replace(each, name=each.name or names.get(each.person, each.person)) for each in told)
    return Row(remembered.key, remembered.text, remembered.category, ruled)


def forget(session: Session, ids: Sequence[str], by: Person, *, everything: bool = False) -> int:
    """Remember nothing more of these texts, named by their ids or the beginnings of them; or of any.

    Raises UnknownId (also for a beginning that several have), WrongRole.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    known = [each.key for each in memory.all(session.store)]
    gone = known if everything else [_found(known, each) for each in dict.fromkeys(ids)]
    if gone:
        entry = session.entry(Action.MEMORY_FORGOTTEN, by, None, {"count": len(gone)})
        memory.forget(session.store, gone, entry)
    return len(gone)


def _found(known: Sequence[str], beginning: str) -> str:
    fitting = [key for key in known if key.startswith(beginning)]
    if len(beginning) < _SHORTEST_ID or len(fitting) != 1:
        raise UnknownId(kind="remembered", id=beginning)
    return fitting[0]


def export(session: Session, path: Path, passphrase: str, by: Person) -> int:
    """Write all that is remembered into a file that only the passphrase opens; how many texts.

    Raises WeakPassphrase, TargetExists, NoSpace, NotWritable, DiskError, WrongRole.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    listed = rows(session)
    content = json.dumps([_out(each) for each in listed], ensure_ascii=True).encode()
    write_files(path.parent, {path.name: keys.seal(content, passphrase, kind=_KIND)})
    entry = session.entry(Action.MEMORY_EXPORTED, by, None, {"count": len(listed)})
    journal.append(session.store, entry)
    return len(listed)


def _out(row: Row) -> dict[str, object]:
    return {
        "text": row.text,
        "category": row.category.value,
        "ruled": [
            {
                "source": each.source,
                "verdict": each.ruling.verdict.value,
                "grounds": list(each.ruling.grounds),
                "reason": each.ruling.reason.value if each.ruling.reason else None,
                "authority": each.ruling.authority,
                "replacement": each.ruling.replacement,
                "time": each.time.isoformat(),
                "name": each.name,
            }
            for each in row.ruled
        ],
    }


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: texts in the file, rulings that were kept, rulings that were known as new or newer."""

    texts: int
    kept: int
    known: int


def import_(session: Session, path: Path, passphrase: str, by: Person) -> Imported:
    """Remember what another office exported; nothing newer is overwritten, and nothing is decided by it.

    Raises MemoryFileInvalid, WrongRole.
    """
    require(by, PersonRole.AUTHOR, PersonRole.OFFICER)
    terms = tuple(_read(path, passphrase))
    if any(each.time > session.clock() + _AHEAD for _, ruled in terms for each in ruled):
        # It would be the last word on its text for good.
        raise MemoryFileInvalid(path=path, detail="form")
    with session.store.transaction():
        kept, known = memory.take_in(session.store, terms)
        details = {"count": len(terms), "kept": kept, "known": known}
        journal.append(session.store, session.entry(Action.MEMORY_IMPORTED, by, None, details))
    return Imported(len(terms), kept, known)


def _read(path: Path, passphrase: str) -> Iterator[tuple[Term, tuple[Ruled, ...]]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise MemoryFileInvalid(path=path, detail="form")
        sealed = path.read_bytes()
    except OSError as error:
        raise MemoryFileInvalid(path=path, detail="unreadable") from error
    try:
        untrusted = json.loads(keys.unseal(sealed, passphrase, kind=_KIND))
        yield from [_term(row) for row in untrusted]
    except WrongPassphrase as error:
        raise MemoryFileInvalid(path=path, detail="passphrase") from error
    except (
        StoreDamaged,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise MemoryFileInvalid(path=path, detail="form") from error


def _term(untrusted: dict[str, object]) -> tuple[Term, tuple[Ruled, ...]]:
    """One text of a file. Raises ValueError, TypeError or KeyError for what no export writes."""
    text, category = _text(untrusted["text"]), Category(_text(untrusted["category"]))
    listed = untrusted["ruled"]
    known = term(text, category)
    if known is None or not isinstance(listed, list):
        raise ValueError
    return known, tuple(_ruled(each) for each in listed)


def _ruled(untrusted: dict[str, object]) -> Ruled:
    verdict, reason, sections = (
        Verdict(_text(untrusted["verdict"])),
        untrusted["reason"],
        untrusted["grounds"],
    )
    time = dt.datetime.fromisoformat(_text(untrusted["time"]))
    if not isinstance(sections, list) or time.tzinfo is None or verdict not in KEPT:
        raise ValueError
    ruling = Ruling(
        verdict,
        grounds=tuple(each for each in map(_text, sections) if each in grounds()),
        reason=DiscloseReason(_text(reason)) if reason is not None else None,
        authority=_text(untrusted["authority"]),
        replacement=_text(untrusted["replacement"]),
    )
    return Ruled(_text(untrusted["source"]), ruling, time.astimezone(dt.UTC), name=_text(untrusted["name"]))


def _text(untrusted: object) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > _LONGEST or "\0" in untrusted:
        raise ValueError
    return untrusted
