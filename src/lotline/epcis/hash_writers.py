"""How the parts of an event are strung together before hashing (CBV 2.0 §8.9.2, rules 1–4, 10–21).

A writer takes a field's name, its value and the document's prefixes, and gives its piece of the
string, or nothing where there is nothing to say.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from lotline.epcis.hash_values import hashed_moment, hashed_value
from lotline.epcis.namespaces import full_name
from lotline.epcis.vocabulary import web_uri

Names = Mapping[str, str]
Writer = Callable[[str, Any, Names], str]
Order = tuple[tuple[str, Writer], ...]
_COMMENTS: Final = frozenset({"rdfs:comment", "comment"})  # for readers of the file, not of events


def group(raw: Mapping[str, Any], order: Order, names: Names) -> str:
    """Write the known fields in their order, then all others sorted (rules 1, 19–21)."""
    known = "".join(write(name, raw[name], names) for name, write in order if name in raw)
    in_order = {name for name, _ in order}
    return known + extensions(((key, raw[key]) for key in raw if key not in in_order), names)


def extensions(pairs: Iterable[tuple[str, Any]], names: Names) -> str:
    """Write fields that the standard does not name, sorted (rules 19, 20)."""
    return _sorted(
        text
        for name, value in pairs
        if name not in _COMMENTS
        for text in _extension(full_name(name, names), value, names)
    )


def _extension(name: str, value: Any, names: Names) -> list[str]:
    if isinstance(value, list):
        return [text for one in value for text in _extension(name, one, names)]
    if isinstance(value, dict):
        return [name + extensions(value.items(), names)]
    text = hashed_value(value, names)
    return [f"{name}={text}" if text else name]


def one_value(name: str, value: Any, names: Names) -> str:
    """Write a field with one value, or each value of a plain list."""
    values = value if isinstance(value, list) else [value]
    texts = (hashed_value(one, names) for one in values)
    return _sorted(f"{name}={text}" for text in texts if text)


def moment(name: str, value: Any, names: Names) -> str:
    """Write a time of the standard."""
    return f"{name}={hashed_moment(value)}"


def word(vocabulary: str) -> Writer:
    """Give the writer of a field that holds words of one standard vocabulary."""

    def write(name: str, value: Any, names: Names) -> str:
        values = value if isinstance(value, list) else [value]
        return _sorted(f"{name}={web_uri(vocabulary, one.strip(), names)}" for one in values)

    return write


def listed_once(child: str, order: Order = ()) -> Writer:
    """Give the writer of a list: its name once, then its children sorted (rules 11, 12)."""

    def write(name: str, value: Any, names: Names) -> str:
        body = _sorted(
            child + group(one, order, names) if order else one_value(child, one, names)
            for one in value
        )
        return name + body if body else ""

    return write


def nested(order: Order) -> Writer:
    """Give the writer of a field that is itself a group of fields, or several."""

    def write(name: str, value: Any, names: Names) -> str:
        values = value if isinstance(value, list) else [value]
        return _sorted(name + group(one, order, names) for one in values)

    return write


def lot_data(name: str, value: Any, names: Names) -> str:
    """Write the master data of lots and items (rule 19)."""
    return name + extensions(value.items(), names) if value else ""


def _sorted(texts: Iterable[str]) -> str:
    return "".join(sorted(texts))
