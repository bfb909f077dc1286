# SPDX-License-Identifier: MIT
"""`parvis person`: who acts in Parvis, in which role, with which key."""

from __future__ import annotations

from typing import Annotated

import typer

from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.cli.passphrase import read_secret
from reviewer.model.review import Person, PersonRole
from reviewer.workflow.people import add_person, persons
from reviewer.workflow.session import open_session

commands = typer.Typer(no_args_is_help=True, help="Who acts in Parvis. / Qui agit dans Parvis.")
app.add_typer(commands, name="person")

PassphraseFd = Annotated[
    int | None, typer.Option("--passphrase-fd", help="Descriptor / Descripteur de fichier")
]


@commands.command("add")
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name / Nom")],
    *,
    role: Annotated[PersonRole, typer.Option("--role", help="What the person does / Rôle de la personne")],
    passphrase_fd: PassphraseFd = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Add a person with a signing key of their own. / Ajouter une personne et sa clé de signature."""
    voice = speaker(lang, as_json=json)
    passphrase = read_secret(voice, passphrase_fd, "ask_new_passphrase")
    with open_session() as session:
        person = add_person(session, name, role, passphrase)
    voice.columns("columns_person")
    voice.line(f"{person.id}\t{person.name}\t{person.role}\t{person.fingerprint}")
    voice.result(_row(person))


@commands.command("list")
def list_(*, json: Json = False, lang: Lang = None) -> None:
    """Everybody. / Toutes les personnes."""
    voice = speaker(lang, as_json=json)
    with open_session() as session:
        found = persons(session)
    voice.columns("columns_person")
    for person in found:
        voice.line(f"{person.id}\t{person.name}\t{person.role}\t{person.fingerprint}")
    voice.result([_row(person) for person in found])


def _row(person: Person) -> dict[str, str]:
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role.value,
        "fingerprint": person.fingerprint,
    }
