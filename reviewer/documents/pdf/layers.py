# SPDX-License-Identifier: MIT
"""Which optional content (layers) a reader sees when the file is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

Key = tuple[int, int]


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
        """Whether content of a group (or of a membership dictionary) is not shown. A policy that needs
        evaluation counts as hidden as soon as one of its groups is.
        """
        if not isinstance(group, pikepdf.Dictionary):
            return False
        if str(group.get("/Type", "/OCG")) != "/OCMD":
            return group.objgen in self._off
        members = group.get("/OCGs")
        listed = [members] if isinstance(members, pikepdf.Dictionary) else list(_listed(members))
        states = [each.objgen in self._off for each in listed]
        if not states and "/VE" in group:
            return self.any_hidden
        if str(group.get("/P", "/AnyOn")) == "/AnyOn" and "/VE" not in group:
            return bool(states) and all(states)
        return any(states)


def _listed(value: Any) -> Iterator[Any]:
    if isinstance(value, pikepdf.Array):
        yield from (each for each in value if isinstance(each, pikepdf.Dictionary))
