"""The figures of R9: contribution, intensity, share, unknown share."""

from fractions import Fraction
from typing import Any

from .account import Scale
from .fold import Fold
from .measures import DIMENSIONS, NOTHING, Amounts, in_unit, only, show


def figures_of(fold: Fold, suspects: frozenset[str], code: str) -> dict[str, Any]:
    """Give the figures of one lot, over all that ever entered it."""
    lot = fold.books.lot(code)
    contribution = _of_suspects(fold, suspects, lot.entered_amounts)
    dimension = first_dimension(fold)
    entered = in_unit(lot.entered, lot.unit)
    content = only(lot.entered_amounts, "content").get(dimension, NOTHING)
    return {
        "contribution": show(contribution),
        "intensity": show(contribution / entered) if entered else None,
        "share": _ratio(lot.entered_amounts, "through", dimension, content),
        "unknown_share": _ratio(lot.entered_amounts, "unknown", dimension, content),
    }


def first_dimension(fold: Fold) -> str:
    """Give the first dimension in which the suspects have content."""
    content = fold.books.suspect_content
    return next((d for d in DIMENSIONS if d in content), DIMENSIONS[0])


def is_reached(fold: Fold, code: str) -> bool:
    """List what suspects reach, and whatever holds some of them all the same (I5)."""
    carried = only(fold.books.lot(code).entered_amounts, "suspect")
    return code in fold.books.arrivals or bool(carried)


def _of_suspects(fold: Fold, suspects: frozenset[str], amounts: Amounts) -> Fraction:
    """Give all suspect quantity that entered, in the first dimension that suspects have."""
    dimensions = {fold.books.dimension(code) for code in suspects}
    first = next(d for d in DIMENSIONS if d in dimensions)
    scale = Scale(fold.books, suspects)
    return scale.scaled(only(amounts, "suspect").get(first, NOTHING), first)


def _ratio(amounts: Amounts, sort: str, dimension: str, content: Fraction) -> str | None:
    return show(only(amounts, sort).get(dimension, NOTHING) / content) if content else None
