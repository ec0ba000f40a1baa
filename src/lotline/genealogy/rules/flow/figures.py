"""Contribution, intensity and share of suspects in a lot (GENEALOGY R9)."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from lotline.genealogy.records.flow import LotShare
from lotline.genealogy.rules.flow.content import UNKNOWN, Contents
from lotline.genealogy.rules.flow.measure import DIMENSIONS
from lotline.genealogy.rules.flow.shown import Shown
from lotline.genealogy.rules.flow.suspicion import Suspicion
from lotline.lots.folds.amount import ONE, decimal_of, part_of


def dimension_of(suspicion: Suspicion) -> str:
    """Give the dimension of shares: the first in which the suspects have content, else mass."""
    known = [dimension for dimension in DIMENSIONS if dimension in suspicion.kinds]
    return next(iter([*known, *sorted(suspicion.kinds)]), DIMENSIONS[0])


def share_of(
    lot: UUID,
    suspicion: Suspicion,
    contents: Contents,
    entered: Mapping[UUID, int],
    dimension: str,
    shown: Shown,
    approximate: bool,
) -> LotShare:
    """Give the figures of one lot; `entered` is what came into each lot, in its own unit."""
    contribution = shown.suspect(suspicion.contribution.get(lot, {}))
    whole = decimal_of(entered.get(lot, 0))
    content = contents.entered.get(lot, {})
    through = suspicion.through.get(lot, {})
    return LotShare(
        lot,
        contribution,
        {kind: _by(amount, whole) for kind, amount in contribution.items() if whole},
        ratio(through.get(dimension, 0), content.get(dimension, 0)),
        ratio(content.get(UNKNOWN + dimension, 0), content.get(dimension, 0)),
        approximate,
    )


def ratio(part: int, whole: int) -> Decimal | None:
    """Give a part of a whole with 18 decimals, half-even; None of nothing."""
    return decimal_of(part_of(ONE, part, whole)) if whole > 0 else None


def _by(amount: Decimal, whole: Decimal) -> Decimal:
    return round(amount / whole, 18)
