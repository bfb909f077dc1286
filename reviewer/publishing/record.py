# SPDX-License-Identifier: MIT
"""The portal record: checked field by field, stricter than the portal where the portal is careless; and completed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reviewer.errors import RecordInvalid
from reviewer.model.document import Format
from reviewer.model.release import PortalRecord
from reviewer.publishing.rules import RULES, Context
from reviewer.publishing.schema import PROFILES, Field, Profile
from reviewer.publishing.schema import profile as profile_named

PORTAL_FORMATS = {Format.DOCX: "DOCX", Format.PDF: "PDF", Format.TEXT: "TXT", Format.MARKDOWN: "MD"}
"""What the portal calls the formats that Parvis writes."""
_LONGEST_KEY = 80
_TEXTS = frozenset({"text", "choice", "date", "email", "organization", "url", "uuid"})


@dataclass(frozen=True, slots=True)
class FieldError:
    """A field and the rule it breaks; `blocks` is False for what only deserves a second look."""

    field: str
    rule: str
    blocks: bool = True


def validate(record: object, *, profile: str = "doc", today: dt.date) -> tuple[FieldError, ...]:
    """Everything that is wrong with a record, by field path such as `resources[0].language`."""
    if not isinstance(record, Mapping):
        return (FieldError("", "object"),)
    chosen = profile_named(profile)
    return tuple(_dataset(record, chosen, today))


def strings(record: object) -> tuple[str, ...]:
    """Every text of a record, and every key that no profile knows: what the gate searches."""
    if isinstance(record, Mapping):
        keys = tuple(str(key) for key in record if key not in _known_keys())
        return keys + tuple(text for inside in record.values() for text in strings(inside))
    if isinstance(record, list | tuple):
        return tuple(text for inside in record for text in strings(inside))
    return (record,) if isinstance(record, str) else ()


def complete(
    record: PortalRecord, *, dataset_id: str, resource_id: str, file_name: str, format_: Format, size: int
) -> dict[str, object]:
    """The record as it goes out: ids made at random once, the file's name, format and size.

    Raises RecordInvalid when it describes more than one file: the others would be promised and not be there.
    """
    given = record.get("resources")
    if isinstance(given, list) and len(given) > 1:
        raise RecordInvalid(fields=("resources[1]: one_file",))
    first = given[0] if isinstance(given, list) and given and isinstance(given[0], Mapping) else {}
    resource = {
        **first,
        "id": resource_id,
        "url": file_name,
        "format": PORTAL_FORMATS[format_],
        "size": size,
    }
    return {**record, "id": dataset_id, "name": dataset_id, "resources": [resource]}


@cache
def _known_keys() -> frozenset[str]:
    fields = (
        field for name in PROFILES for field in (*profile_named(name).dataset, *profile_named(name).resource)
    )
    return frozenset(field.key for field in fields) | {"type", "resources", "en", "fr"}


def _dataset(record: PortalRecord, profile: Profile, today: dt.date) -> Iterator[FieldError]:
    if record.get("type") != profile.dataset_type:
        yield FieldError("type", "dataset_type")
    known = {field.key for field in profile.dataset} | {"type", "resources"}
    yield from (FieldError(_shown(key), "unknown_field") for key in record if key not in known)
    for field in profile.dataset:
        yield from _field(record, field, field.key, today)
    for key in ("title_translated", "notes_translated"):
        text = record.get(key)
        if isinstance(text, Mapping) and text.get("en") and text.get("en") == text.get("fr"):
            yield FieldError(key, "same_in_both_languages", blocks=False)
    resources = record.get("resources")
    if not isinstance(resources, list) or not resources:
        yield FieldError("resources", "items_min")
        return
    if len(resources) > 1:
        yield FieldError("resources[1]", "one_file", blocks=False)
    for number, resource in enumerate(resources):
        yield from _resource(resource, f"resources[{number}]", profile, today)


def _resource(resource: object, path: str, profile: Profile, today: dt.date) -> Iterator[FieldError]:
    if not isinstance(resource, Mapping):
        yield FieldError(path, "object")
        return
    known = {field.key for field in profile.resource} | {"id"}
    yield from (FieldError(f"{path}.{_shown(key)}", "unknown_field") for key in resource if key not in known)
    for field in profile.resource:
        yield from _field(resource, field, f"{path}.{field.key}", today)


def _field(holder: Mapping[str, object], field: Field, path: str, today: dt.date) -> Iterator[FieldError]:
    if field.key not in holder:
        if field.required:
            yield FieldError(path, "required")
        return
    value = holder[field.key]
    if value is None or value in ([], {}) or (isinstance(value, str) and not value.strip()):
        yield FieldError(path, "empty")
        return
    if not _has_type(value, field.type):
        yield FieldError(path, "type")
        return
    yield from _languages(value, field, path)
    yield from _choices(value, field, path)
    context = Context(field, holder, today)
    for name, *arguments in field.rules:
        if not RULES[name](value, tuple(arguments), context):
            yield FieldError(path, name)


def _shown(untrusted_key: object) -> str:
    """A key that a person gave, fit to be shown."""
    text = str(untrusted_key)[:_LONGEST_KEY]
    return "".join(each if each.isprintable() else "?" for each in text)


def _has_type(value: object, kind: str) -> bool:
    if kind in _TEXTS:
        return isinstance(value, str)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "choices":
        return _texts_listed(value)
    inside = _is_text if kind == "fluent_text" else _texts_listed
    return isinstance(value, Mapping) and all(map(inside, value.values()))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _texts_listed(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _languages(value: object, field: Field, path: str) -> Iterator[FieldError]:
    """Name the language that is missing or empty, beside the rule of both."""
    if field.type.startswith("fluent") and isinstance(value, Mapping):
        for language in ("en", "fr"):
            text = value.get(language)
            if not text or (isinstance(text, str) and not text.strip()):
                yield FieldError(f"{path}.{language}", "required")


def _choices(value: object, field: Field, path: str) -> Iterator[FieldError]:
    if field.choices:
        listed = value if isinstance(value, list) else [value]
        yield from (FieldError(path, "unknown_choice") for each in listed if each not in field.choices)
