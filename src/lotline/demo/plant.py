"""What 晨牧乳业 consists of, read from plain data: its places, people it deals with, products."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def plant() -> dict[str, Any]:
    """Read the plant's data."""
    text = (files("lotline.demo") / "plant.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def codes(group: str) -> tuple[str, ...]:
    """Give the codes of one group of masters."""
    return tuple(row[0] for row in plant()[group])


def names(group: str) -> dict[str, str]:
    """Give the Chinese names of one group of masters by code."""
    return {row[0]: row[1] for row in plant()[group]}


def gtin_of(product: str) -> str | None:
    """Give the GTIN of a product."""
    found: dict[str, str | None] = {row[0]: row[5] for row in plant()["products"]}
    return found[product]
