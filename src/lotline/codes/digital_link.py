"""GS1 Digital Link URIs: a web address that carries GS1 keys (GS1 Digital Link: URI Syntax 1.4).

The key is the last path segment but its value that is a primary key; qualifiers follow it in
their order, data attributes stand in the query. Not read yet: compressed links.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, unquote_plus, urlsplit

from lotline.codes.components import check_value
from lotline.codes.dictionary import Identifier, identifiers
from lotline.codes.element_strings import Elements
from lotline.codes.faults import Faulty
from lotline.codes.keys import is_digits

# Words that earlier editions allowed in place of identifiers and that are still printed.
_WORDS: Final = {
    "sscc": "00",
    "gtin": "01",
    "lot": "10",
    "ser": "21",
    "cpv": "22",
    "gln": "414",
}
_FORBIDDEN: Final = frozenset('"<>\\^`{|} ')


def read_digital_link(uri: str) -> Elements:
    """Read the keys, qualifiers and attributes of a Digital Link; raise `Faulty` otherwise."""
    _check_characters(uri)
    try:
        parts = urlsplit(uri)
    except ValueError:
        raise Faulty.at(0, "codes.not_a_link") from None
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc:
        raise Faulty.at(0, "codes.not_a_link")
    segments = parts.path.split("/")[1:]
    path = tuple(_path_elements(segments))
    return path + tuple(_attributes(parts.query, {ai for ai, _ in path}))


def _check_characters(uri: str) -> None:
    for place, char in enumerate(uri):
        if char in _FORBIDDEN or not char.isprintable():
            raise Faulty.at(place, "codes.link_character", found=char)


def _path_elements(segments: list[str]) -> Iterator[tuple[str, str]]:
    start = _key_segment(segments)
    key = _key(segments[start])
    pairs = [
        (_ai(segments[place]), unquote(segments[place + 1], "latin-1"))
        for place in range(start, len(segments), 2)
    ]
    _check_qualifiers(key, tuple(ai for ai, _ in pairs[1:]))
    for ai, value in pairs:
        yield ai, _checked(ai, value.zfill(14) if ai == "01" and is_digits(value) else value)


def _key_segment(segments: list[str]) -> int:
    for place in range(len(segments) - 2, -1, -2):
        identifier = identifiers().get(_ai(segments[place]))
        if identifier is not None and identifier.qualifiers is not None:
            return place
    raise Faulty.at(0, "codes.no_gs1_key")


def _key(segment: str) -> Identifier:
    return identifiers()[_ai(segment)]


def _ai(segment: str) -> str:
    return _WORDS.get(segment, segment)


def _check_qualifiers(key: Identifier, given: tuple[str, ...]) -> None:
    for way in key.qualifiers or ():
        rest = iter(way)
        if all(ai in rest for ai in given):  # in order, each at most once
            return
    raise Faulty.at(0, "codes.qualifiers", ai=key.ai, found="/".join(given))


def _attributes(query: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    for pair in query.replace(";", "&").split("&"):
        name, equals, value = pair.partition("=")
        if not is_digits(name):
            continue  # not ours: a resolver's or a shop's own parameter
        identifier = identifiers().get(name)
        if identifier is None or not identifier.attribute or not equals:
            raise Faulty.at(0, "codes.unknown_ai", ai=name[:4])
        if name in seen:
            raise Faulty.at(0, "codes.repeated_ai", ai=name)
        seen.add(name)
        yield name, _checked(name, unquote_plus(value, "latin-1"))


def _checked(ai: str, value: str) -> str:
    check_value(identifiers()[ai], value)
    return value
