# SPDX-License-Identifier: MIT
"""`parvis sign`: another person signs exactly the prepared bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reviewer.cli.app import By, Json, Lang, app, speaker
from reviewer.cli.passphrase import read_secret
from reviewer.cli.person import PassphraseFd
from reviewer.cli.review import Id, read_json
from reviewer.errors import InvalidDecisions
from reviewer.workflow.people import person
from reviewer.workflow.session import open_session
from reviewer.workflow.sign_off import sheet
from reviewer.workflow.sign_off import sign as sign_review


@app.command()
def sign(
    review_id: Id,
    *,
    by: By,
    checklist: Annotated[Path, typer.Option("--checklist", help="A JSON file / Un fichier JSON")],
    passphrase_fd: PassphraseFd = None,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Sign a prepared copy. / Signer une copie préparée."""
    voice = speaker(lang, as_json=json)
    content = read_json(checklist)
    words = content.pop("warnings", [])
    if not isinstance(words, list):
        raise InvalidDecisions(path=checklist, detail="warnings")
    confirmed = {key: str(value) for key, value in content.items()}
    with open_session() as session:
        who = person(session, by)
        counts = sheet(session, review_id)
        withheld = sum(each.removes for each in counts.case.decisions.decisions)
        voice.tell("signing", withheld=withheld, disclosed=sum(counts.disclosed_by_reason.values()))
        passphrase = read_secret(voice, passphrase_fd, "ask_passphrase")
        signature = sign_review(
            session, review_id, who, passphrase, confirmed, words=[str(each) for each in words]
        )
    voice.tell("signed")
    voice.result({"seal": signature.seal.digest, "time": signature.time.isoformat()})
