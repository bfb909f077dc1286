# SPDX-License-Identifier: MIT
"""Which optional content (layers) a reader sees when the file is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

Key = tuple[int, int]
_DEEPEST = 20


class Layers:
    """The state of the default configuration. `names` are the layers' names, in the order of the file."""

    def __init__(self, root: Any) -> None:
        self._off: set[Key] = set()
        self.names: tuple[str, ...] = ()
        properties = root.get("/OCProperties")
        if not isinstance(properties, pikepdf.Dictionary):
            return
        groups = [each for each in _listed(properties.get("/OCGs")) if isinstance(each, pikepdf.Dictionary)]
        self.names = tuple(str(each["/Name"]) for each in groups if "/Name" in each)
        default = properties.get("/D")
        if not isinstance(default, pikepdf.Dictionary):
            return
        if str(default.get("/BaseState", "/ON")) == "/OFF":
            self._off = {each.objgen for each in groups}
        self._off -= {each.objgen for each in _listed(default.get("/ON"))}
        self._off |= {each.objgen for each in _listed(default.get("/OFF"))}

    @property
    def any_hidden(self) -> bool:
        """Whether some layer is switched off."""
        return bool(self._off)

    def hides(self, group: Any) -> bool:
        """Whether content of a group (or of a membership dictionary) is not shown."""
        if not isinstance(group, pikepdf.Dictionary):
            return False
        if str(group.get("/Type", "/OCG")) != "/OCMD":
            return group.objgen in self._off
        if "/VE" in group:
            return not self._holds(group["/VE"], 0)
        members = group.get("/OCGs")
        listed = [members] if isinstance(members, pikepdf.Dictionary) else list(_listed(members))
        states = [each.objgen not in self._off for each in listed]
        match str(group.get("/P", "/AnyOn")):
            case "/AllOn":
                shown = all(states)
            case "/AnyOff":
                shown = not all(states)
            case "/AllOff":
                shown = not any(states)
            case _:
                shown = any(states)
        return bool(states) and not shown

    def _holds(self, expression: Any, depth: int) -> bool:
        """Whether a visibility expression holds; one that cannot be followed does not (ISO 32000-1, 8.11.2.2)."""
        if isinstance(expression, pikepdf.Dictionary):
            return expression.objgen not in self._off
        if not isinstance(expression, pikepdf.Array) or not len(expression) or depth > _DEEPEST:
            return False
        values = [self._holds(each, depth + 1) for each in list(expression)[1:]]
        match str(expression[0]):
            case "/And":
                return all(values)
            case "/Or":
                return any(values)
            case "/Not":
                return len(values) == 1 and not values[0]
        return False


def _listed(value: Any) -> Iterator[Any]:
    if isinstance(value, pikepdf.Array):
        yield from (each for each in value if isinstance(each, pikepdf.Dictionary))
