# SPDX-License-Identifier: MIT
"""What reading a copy brings beside its text: faults of its structure and places no reader can read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reviewer.verification.report import Hit, HitKind
from reviewer.verification.surface import Surface


@dataclass(slots=True)
class Reading:
    """What the readers of one copy hand in; it grows while they work."""

    surfaces: list[Surface] = field(default_factory=list)
    faults: list[Hit] = field(default_factory=list)
    owners: dict[int, int] = field(default_factory=dict)
    """The page of each object that belongs to one page only."""
    sorts: dict[int, str] = field(default_factory=dict)
    """What objects are."""

    def add(self, *surfaces: Surface) -> None:
        """Take in text; a surface without any is nothing."""
        self.surfaces.extend(surface for surface in surfaces if surface.text)

    def structure(self, place: str) -> None:
        """Something stands there that no cleaned copy may hold."""
        self.faults.append(Hit(HitKind.STRUCTURE, place))

    def unreadable(self, place: str) -> None:
        """Something stands there that could not be read, and so not be searched."""
        self.faults.append(Hit(HitKind.UNREADABLE, place))

    def take(self) -> list[Surface]:
        """The surfaces handed in so far, once: the search goes page by page and keeps little."""
        taken, self.surfaces = self.surfaces, []
        return taken

    def placed(self, hit: Hit) -> Hit:
        """A hit in an object with the page that the object belongs to, and with what it is."""
        head, _, rest = hit.place.partition(":")
        number, colon, key = rest.partition(":")
        if head != "object" or not number.isdecimal():
            return hit
        page, sort = self.owners.get(int(number)), self.sorts.get(int(number))
        place = f"object:{number}" + (f":{sort}" if sort else "") + colon + key
        return replace(hit, place=f"page:{page}:{place}" if page else place)
