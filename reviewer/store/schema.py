# SPDX-License-Identifier: MIT
"""The tables, views and triggers of the store, as the migrations create them. A statement here is never changed
once released: a new migration changes what it made.

Texts that come from a document or a file name are kept as bytes (UTF-8 with lone surrogates allowed), because a
hostile file can hold code points that SQLite's TEXT refuses.
"""

from __future__ import annotations


def _append_only(table: str, key: str = "number") -> tuple[str, ...]:
    """Triggers that refuse to change, remove or replace a row."""
    return (
        f"""CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
        f"""CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
        # REPLACE deletes without asking the trigger above, unless recursive triggers are on.
        f"""CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
            WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",  # noqa: S608 - names of our own
    )


REVIEWS = (
    """CREATE TABLE person (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, folded_name TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
        fingerprint TEXT NOT NULL UNIQUE, wrapped_key BLOB NOT NULL, added TEXT NOT NULL) STRICT""",
    """CREATE TABLE review (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
        name BLOB NOT NULL, path BLOB NOT NULL, state TEXT NOT NULL, opened_by TEXT NOT NULL REFERENCES person (id),
        opened TEXT NOT NULL, refused_because TEXT NOT NULL, salt BLOB NOT NULL) STRICT""",
    "CREATE INDEX review_by_document ON review (document)",
    """CREATE TABLE document (
        review TEXT PRIMARY KEY REFERENCES review (id), sha256 TEXT NOT NULL, format TEXT NOT NULL,
        reader_version TEXT NOT NULL, pages INTEGER, language TEXT, problems TEXT NOT NULL) STRICT""",
    """CREATE TABLE story (
        review TEXT NOT NULL REFERENCES document (review), position INTEGER NOT NULL, id BLOB NOT NULL,
        kind TEXT NOT NULL, text BLOB NOT NULL, page INTEGER, visible INTEGER NOT NULL, language TEXT,
        PRIMARY KEY (review, position)) STRICT""",
    """CREATE TABLE finding (
        review TEXT NOT NULL REFERENCES review (id), position INTEGER NOT NULL, story BLOB NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL, category TEXT NOT NULL, rule TEXT NOT NULL, tier TEXT NOT NULL,
        confidence REAL NOT NULL, suggestion TEXT NOT NULL, sources TEXT NOT NULL, role TEXT, ground TEXT,
        entity BLOB, PRIMARY KEY (review, position)) STRICT""",
)

DECISIONS = (
    # One act of a person: what undo takes back in one step. `of` is the act that an undo or redo is about.
    """CREATE TABLE act (
        number INTEGER PRIMARY KEY AUTOINCREMENT, review TEXT NOT NULL REFERENCES review (id), id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), of INTEGER REFERENCES act (number),
        count INTEGER NOT NULL, verdict TEXT, person TEXT NOT NULL REFERENCES person (id),
        time TEXT NOT NULL) STRICT""",
    "CREATE INDEX act_by_review ON act (review, number)",
    # A row without a verdict clears its target. `act` is the person's act, also in a row that an undo restores.
    """CREATE TABLE decision (
        number INTEGER PRIMARY KEY AUTOINCREMENT, review TEXT NOT NULL REFERENCES review (id),
        written INTEGER NOT NULL REFERENCES act (number), target TEXT NOT NULL, verdict TEXT, ruling TEXT,
        person TEXT REFERENCES person (id), time TEXT, act TEXT) STRICT""",
    "CREATE INDEX decision_by_target ON decision (review, target, number)",
    "CREATE INDEX decision_by_act ON decision (written)",
    """CREATE VIEW current_decision AS SELECT * FROM decision AS held WHERE verdict IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM decision AS later
        WHERE later.review = held.review AND later.target = held.target AND later.number > held.number)""",
    """CREATE TABLE answer (
        number INTEGER PRIMARY KEY AUTOINCREMENT, review TEXT NOT NULL REFERENCES review (id),
        written INTEGER NOT NULL REFERENCES act (number), problem TEXT NOT NULL, choice TEXT,
        person TEXT REFERENCES person (id), time TEXT, act TEXT) STRICT""",
    "CREATE INDEX answer_by_problem ON answer (review, problem, number)",
    "CREATE INDEX answer_by_act ON answer (written)",
    """CREATE VIEW current_answer AS SELECT * FROM answer AS held WHERE choice IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM answer AS later
        WHERE later.review = held.review AND later.problem = held.problem AND later.number > held.number)""",
    """CREATE TABLE seen (
        number INTEGER PRIMARY KEY AUTOINCREMENT, review TEXT NOT NULL REFERENCES review (id),
        person TEXT NOT NULL REFERENCES person (id), time TEXT NOT NULL, page INTEGER, story BLOB) STRICT""",
    "CREATE INDEX seen_by_review ON seen (review, number)",
    *_append_only("act"),
    *_append_only("decision"),
    *_append_only("answer"),
    *_append_only("seen"),
)

RELEASES = (
    """CREATE TABLE candidate (
        review TEXT PRIMARY KEY REFERENCES review (id), data BLOB NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
        prepared_by TEXT NOT NULL REFERENCES person (id), prepared TEXT NOT NULL, gate_digest TEXT NOT NULL,
        warnings TEXT NOT NULL, losses TEXT NOT NULL, report TEXT NOT NULL) STRICT""",
    """CREATE TABLE seal (
        review TEXT PRIMARY KEY REFERENCES review (id), person TEXT NOT NULL REFERENCES person (id), time TEXT NOT NULL,
        digest TEXT NOT NULL, salt BLOB NOT NULL, public_key BLOB NOT NULL, value BLOB NOT NULL,
        checklist TEXT NOT NULL) STRICT""",
    """CREATE TABLE approval (
        review TEXT PRIMARY KEY REFERENCES review (id), name TEXT NOT NULL, date TEXT NOT NULL,
        reference TEXT NOT NULL, recorded_by TEXT NOT NULL REFERENCES person (id)) STRICT""",
    """CREATE TABLE record (
        review TEXT PRIMARY KEY REFERENCES review (id), record TEXT, dataset TEXT NOT NULL UNIQUE,
        resource TEXT NOT NULL UNIQUE) STRICT""",
    """CREATE TABLE receipt (
        number INTEGER PRIMARY KEY AUTOINCREMENT, review TEXT NOT NULL REFERENCES review (id), release TEXT NOT NULL,
        dataset TEXT NOT NULL, resource TEXT NOT NULL, time TEXT NOT NULL, "where" BLOB NOT NULL) STRICT""",
    *_append_only("receipt"),
)

JOURNAL = (
    """CREATE TABLE journal (
        number INTEGER PRIMARY KEY, time TEXT NOT NULL, action TEXT NOT NULL, person TEXT, review TEXT,
        details TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE) STRICT""",
    "CREATE INDEX journal_by_review ON journal (review, number)",
    *_append_only("journal"),
    "CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    """CREATE TABLE memory (
        key TEXT PRIMARY KEY, display BLOB NOT NULL, category TEXT NOT NULL, ruling TEXT NOT NULL,
        time TEXT NOT NULL, times INTEGER NOT NULL) STRICT""",
)

PICTURED = ("ALTER TABLE candidate ADD COLUMN pictured TEXT NOT NULL DEFAULT '[]'",)

MEMORY = (
    # Nothing was ever written into the table as it was.
    "DROP TABLE memory",
    "CREATE TABLE memory (key TEXT PRIMARY KEY, category TEXT NOT NULL, display BLOB NOT NULL) STRICT",
    # `source` is a review, here or in another office; `person` is empty for another office's.
    """CREATE TABLE memory_ruling (
        source TEXT NOT NULL, place TEXT NOT NULL, key TEXT NOT NULL REFERENCES memory (key), verdict TEXT NOT NULL,
        why TEXT NOT NULL, sealed BLOB NOT NULL, person TEXT NOT NULL, time TEXT NOT NULL,
        PRIMARY KEY (source, place)) STRICT""",
    "CREATE INDEX memory_ruling_by_key ON memory_ruling (key)",
)
