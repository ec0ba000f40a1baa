"""What the standard's schema refuses and this house takes all the same – declared, and said so.

Published documents of real houses have these; a fact is worth more than its form. Whatever was
tolerated stands in the document, in the event and later as a flag on what was recorded.
"""

from typing import Final

from lotline.epcis.fields import EVENT_FIELDS
from lotline.kernel.errors import Violation

HEADER_IN_QUERY: Final = "epcis.header_in_query"
NAME_WITHOUT_NAMESPACE: Final = "epcis.name_without_namespace"
TRANSFORMATION_NOT_URI: Final = "epcis.transformation_not_uri"

_IN_SMALL_LETTERS: Final = frozenset(name.lower() for name in EVENT_FIELDS)


def tolerated(found: Violation) -> Violation | None:
    """Give the declared tolerance that covers a violation; None where there is none."""
    if found.code == "epcis.unknown_field":
        code = _field(found)
    elif found.code == "epcis.not_a_uri" and found.pointer.endswith("/transformationID"):
        code = TRANSFORMATION_NOT_URI
    else:
        code = None
    return None if code is None else Violation(found.pointer, code, found.params)


def _field(found: Violation) -> str | None:
    name = found.params.get("field", "")
    if found.pointer == "/epcisHeader":
        return HEADER_IN_QUERY
    if "/eventList/" not in found.pointer or not name.isidentifier():
        return None
    # `bizstep` is no extension but a slip of the pen, and would lose what it says.
    return None if name.lower() in _IN_SMALL_LETTERS else NAME_WITHOUT_NAMESPACE
