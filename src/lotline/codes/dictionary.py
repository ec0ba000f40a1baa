"""The Application Identifiers, read from GS1's own Barcode Syntax Dictionary.

The head of the dictionary file explains its syntax. Taken from it: which identifiers there are,
of which components their values consist, which need no separator, which are keys of a Digital
Link with which qualifiers in which order. Left out so far: which identifiers demand or exclude
each other (`req`, `ex`) and the linters that `components` does not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_LINE: Final = re.compile(r"(\d{2,4})(?:-(\d{2,4}))?\s+([*?]*)\s+([^#]*)")
_COMPONENT: Final = re.compile(r"(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)")


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a value: its character set, its length, the checks it must pass."""

    charset: str
    least: int
    most: int
    optional: bool
    linters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identifier:
    """An Application Identifier; `qualifiers` is None where it is no key of a Digital Link."""

    ai: str
    predefined: bool
    attribute: bool
    components: tuple[Component, ...]
    qualifiers: tuple[tuple[str, ...], ...] | None

    @property
    def least(self) -> int:
        """Give the shortest length of a value."""
        return sum(part.least for part in self.components if not part.optional)

    @property
    def most(self) -> int:
        """Give the longest length of a value."""
        return sum(part.most for part in self.components)


@cache
def identifiers() -> dict[str, Identifier]:
    """Give every Application Identifier by its digits."""
    text = (files("lotline.codes") / "standards" / "gs1-syntax-dictionary.txt").read_text("utf-8")
    return {entry.ai: entry for line in text.splitlines() for entry in _entries(line)}


def identifier_at(text: str, position: int) -> Identifier | None:
    """Find the identifier that begins at a position; no identifier is the start of another."""
    known = identifiers()
    for length in (2, 3, 4):
        found = known.get(text[position : position + length])
        if found is not None:
            return found
    return None


def _entries(line: str) -> Iterator[Identifier]:
    match = _LINE.match(line)
    if match is None:
        return
    first, last, flags, rest = match.groups()
    components = tuple(_component(part) for part in _COMPONENT.finditer(rest.split(" req=")[0]))
    for number in range(int(first), int(last or first) + 1):
        ai = str(number).zfill(len(first))
        yield Identifier(ai, "*" in flags, "?" in flags, components, _qualifiers(rest))


def _component(match: re.Match[str]) -> Component:
    bracket, charset, dots, length, linters = match.groups()
    names = tuple(name for name in linters.split(",") if name)
    return Component(charset, 1 if dots else int(length), int(length), bool(bracket), names)


def _qualifiers(rest: str) -> tuple[tuple[str, ...], ...] | None:
    found = re.search(r"\bdlpkey(?:=(\S+))?", rest)
    if found is None:
        return None
    ways = (found.group(1) or "").split("|")
    return tuple(tuple(way.split(",")) if way else () for way in ways)
