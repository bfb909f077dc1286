# SPDX-License-Identifier: MIT
"""The rules of the portal's profiles, one function each: does a value keep the rule?"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.publishing.schema import Field, organizations

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMAIL = re.compile(r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,250}[a-zA-Z0-9])?")
_TAG = re.compile(r"<[a-zA-Z!/?]|javascript:", re.IGNORECASE)
_LINE_ENDS = frozenset("\n\r\t")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the value: its field, its object, the day."""

    field: Field
    siblings: Mapping[str, object]
    today: dt.date


Rule = Callable[[object, tuple[str, ...], Context], bool]


def texts(value: object) -> tuple[str, ...]:
    """Every text in a value: of a text, a list, or an object by language."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Mapping):
        return tuple(text for inside in value.values() for text in texts(inside))
    if isinstance(value, list | tuple):
        return tuple(text for inside in value for text in texts(inside))
    return ()


def date_of(value: object) -> dt.date | None:
    """The day of `YYYY-MM-DD`, or None."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def is_uuid(value: object) -> bool:
    """Whether a value is a UUID as the portal keeps it: lower case, with dashes."""
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value
    except ValueError:
        return False


def _items(value: object) -> list[object]:
    """The items of a list, or of both lists of an object by language."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        return [item for inside in value.values() if isinstance(inside, list) for item in inside]
    return [value]


def _lists(value: object) -> list[list[object]]:
    inside = value.values() if isinstance(value, Mapping) else [value]
    return [each for each in inside if isinstance(each, list)]


def _both_languages(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return isinstance(value, Mapping) and set(value) == {"en", "fr"} and all(value[key] for key in value)


def _not_blank(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    found = texts(value)
    return bool(found) and all(_visible(text) for text in found)


def _visible(text: str) -> bool:
    return any(unicodedata.category(each)[0] not in "ZC" for each in text)


def _no_control(value: object, _arguments: tuple[str, ...], context: Context) -> bool:
    allowed = _LINE_ENDS if context.field.key.startswith(("notes", "description", "usage")) else frozenset()
    return all(
        unicodedata.category(each)[0] != "C" or each in allowed for text in texts(value) for each in text
    )


def _no_markup(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return not any(_TAG.search(text) for text in texts(value))


def _max_length(value: object, arguments: tuple[str, ...], _context: Context) -> bool:
    return all(len(text) <= int(arguments[0]) for text in texts(value))


def _items_min(value: object, arguments: tuple[str, ...], _context: Context) -> bool:
    found = _lists(value)
    return bool(found) and all(len(each) >= int(arguments[0]) for each in found)


def _item_length(value: object, arguments: tuple[str, ...], _context: Context) -> bool:
    low, high = int(arguments[0]), int(arguments[1])
    return all(isinstance(item, str) and low <= len(item.strip()) <= high for item in _items(value))


def _unique(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return all(len({str(item) for item in each}) == len(each) for each in _lists(value))


def _alone(value: object, arguments: tuple[str, ...], _context: Context) -> bool:
    found = _items(value)
    return arguments[0] not in found or len(found) == 1


def _plain_blanks(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    blanks = (each for text in texts(value) for each in text if unicodedata.category(each).startswith("Z"))
    return all(each == " " for each in blanks)


def _no_double_blanks(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return not any("  " in text for text in texts(value))


def _offered(value: object, _arguments: tuple[str, ...], context: Context) -> bool:
    return value in context.field.offered


def _equal_to(value: object, arguments: tuple[str, ...], context: Context) -> bool:
    return value == context.siblings.get(arguments[0], value)


def _not_future(value: object, _arguments: tuple[str, ...], context: Context) -> bool:
    day = date_of(value)
    return day is None or day <= context.today


def _not_before(value: object, arguments: tuple[str, ...], context: Context) -> bool:
    day, other = date_of(value), date_of(context.siblings.get(arguments[0]))
    return day is None or other is None or day >= other


def _after(value: object, arguments: tuple[str, ...], context: Context) -> bool:
    day, other = date_of(value), date_of(context.siblings.get(arguments[0]))
    return day is None or other is None or day > other


def _email(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return isinstance(value, str) and _EMAIL.fullmatch(value) is not None and ".." not in value


def _blanks_at_ends(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return all(text == text.strip() for text in texts(value))


def _extension_not(value: object, arguments: tuple[str, ...], _context: Context) -> bool:
    return not any(text.lower().rpartition(".")[2] in arguments for text in texts(value))


def _not_negative(value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _kept(_value: object, _arguments: tuple[str, ...], _context: Context) -> bool:
    """Rules about when a value is given, or that the gate checks; a value alone cannot break them."""
    return True


RULES: Mapping[str, Rule] = {
    "after": _after,
    "alone": _alone,
    "ascii_domain": lambda value, _arguments, _context: isinstance(value, str) and value.isascii(),
    "both_languages": _both_languages,
    "email": _email,
    "equal_to": _equal_to,
    "extension_not": _extension_not,
    "iso_date": lambda value, _arguments, _context: date_of(value) is not None,
    "item_length": _item_length,
    "items_min": _items_min,
    "key_present": _kept,
    "known_organization": lambda value, _arguments, _context: value in organizations(),
    "max_length": _max_length,
    "no_blanks_at_ends": _blanks_at_ends,
    "no_control_characters": _no_control,
    "no_double_blanks": _no_double_blanks,
    "no_markup": _no_markup,
    "no_withheld_text": _kept,
    "not_before": _not_before,
    "not_blank": _not_blank,
    "not_future": _not_future,
    "not_negative": _not_negative,
    "offered_by_extension": _kept,
    "offered_only": _offered,
    "only_plain_blanks": _plain_blanks,
    "patch_after_create": _kept,
    "set_at_release": _kept,
    "set_by_sign_off": _kept,
    "stable": _kept,
    "unique_items": _unique,
    "uuid_lower_dashed": lambda value, _arguments, _context: is_uuid(value),
}
