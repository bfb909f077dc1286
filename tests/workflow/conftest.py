# SPDX-License-Identifier: MIT
"""Desks for tests: a real store with a key file, no language models, the clock stopped.

Making keys and running the gate take seconds; each stage of a review is made once and its store copied.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from reviewer.model.review import PersonRole
from reviewer.store.secrets import KEY_FILE_VARIABLE
from reviewer.workflow import verify
from reviewer.workflow.people import add_person, person
from reviewer.workflow.session import STORE_NAME, Session, open_session
from tests.workflow import way
from tests.workflow.way import Desk

NAMES = {
    "author": "Avery Lindqvist-Roy",
    "officer": "Odile Marchetti",
    "imso": "Imani Okafor-Lund",
    "auditor": "Aude Tran-Bell",
}


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A key file instead of a keyring, whatever this machine has."""
    path = tmp_path_factory.mktemp("key") / "key"
    path.touch(mode=0o600)
    path.write_text(secrets.token_hex(32), "ascii")
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_FILE_VARIABLE, str(path))
        yield path
    keyring.set_keyring(before)


def desk_of(session: Session, folder: Path) -> Desk:
    return Desk(session, *(person(session, NAMES[role]) for role in ("author", "officer", "imso")), folder)


@pytest.fixture(scope="session")
def stages(key_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Stores by how far they are: people only, then one text document at each state."""
    root = tmp_path_factory.mktemp("stages")
    home, kept = root / "home", {}

    def keep(name: str) -> None:
        kept[name] = root / f"{name}.db"
        shutil.copyfile(home / STORE_NAME, kept[name])

    with open_session(home, clock=lambda: way.NOW, fast=True) as session:
        for role, name in NAMES.items():
            add_person(session, name, PersonRole(role), way.PHRASES.get(role, way.PHRASES["imso"]))
    keep("people")
    steps: dict[str, Callable[[Desk, str], object]] = {
        "decided": lambda desk, _: way.decided(desk, way.write(desk.folder)),
        "prepared": lambda desk, review: verify.prepare(desk.session, review, desk.author),
        "signed": way.sign,
        "approved": way.approve,
    }
    review = ""
    for name, step in steps.items():
        with open_session(home, clock=lambda: way.NOW, fast=True) as session:
            made = step(desk_of(session, root), review)
        review = review or str(made)
        keep(name)
    (root / "review").write_text(review, "ascii")
    return kept


@pytest.fixture(scope="session")
def review(stages: dict[str, Path]) -> str:
    """The id of the one review in the stores beyond `people`."""
    return (stages["people"].parent / "review").read_text("ascii")


@pytest.fixture
def desk_at(stages: dict[str, Path], tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Open a copy of a stage's store."""
    with ExitStack() as stack:

        def at(stage: str) -> Desk:
            home = tmp_path / "home"
            home.mkdir()
            shutil.copyfile(stages[stage], home / STORE_NAME)
            session = stack.enter_context(open_session(home, clock=lambda: way.NOW, fast=True))
            return desk_of(session, tmp_path)

        yield at


@pytest.fixture
def desk(desk_at: Callable[[str], Desk]) -> Desk:
    """Everybody is there, no review yet."""
    return desk_at("people")
