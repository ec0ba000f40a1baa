"""JSON written back as it was read: same order, same digits."""

import json
from decimal import Decimal


def json_text(value: object) -> str:
    """Write a parsed value as JSON text; a `Decimal` keeps the digits it was sent with."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        pairs = (f"{json_text(key)}:{json_text(inner)}" for key, inner in value.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(json_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
