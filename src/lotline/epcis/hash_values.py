"""How single values are written before an event is hashed (CBV 2.0 §8.9.2, rules 5–9, 14–18)."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from lotline.epcis.identifiers import canonical_link
from lotline.epcis.namespaces import full_value
from lotline.epcis.times import hashed_time
from lotline.epcis.vocabulary import modern
from lotline.kernel.errors import Invalid

_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?", re.ASCII)
_PRINTABLE_EXPONENT: Final = 40


def hashed_value(value: object, namespaces: Mapping[str, str]) -> str:
    """Write one value: numbers bare, standard words and GS1 keys as their one web URI."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return _number(Decimal(value))
    text = "" if value is None else str(value).strip()
    # XML knows only text, so what looks like a number is one, or the two syntaxes would differ.
    if _NUMBER.fullmatch(text):
        return _number(Decimal(text))
    text = modern(full_value(text, namespaces))
    return canonical_link(text) or text


def hashed_moment(value: object) -> str:
    """Write a time of the standard's own fields; what is no time stays as it is."""
    text = str(value).strip()
    try:
        return hashed_time(text)
    except Invalid:
        return text


def _number(value: Decimal) -> str:
    if not value:
        return "0"
    if abs(value.adjusted()) > _PRINTABLE_EXPONENT:
        return str(value.normalize())
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
