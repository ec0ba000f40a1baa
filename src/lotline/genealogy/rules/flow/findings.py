"""What is odd in the records of the whole plant, beside any answer (GENEALOGY R5, R11)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from lotline.genealogy.records.flow import DisputedLine, Findings, YieldGap
from lotline.genealogy.rules.flow.conversions import Conversion
from lotline.genealogy.rules.flow.measure import measured
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Fold
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.effective import Effective


def findings_of(
    effective: Effective,
    fold: Fold,
    conversions: Sequence[Conversion],
    tanks: Mapping[UUID, Tank],
) -> Findings:
    """Give what the reader may see of it, in the order of the fold."""
    hidden = effective.hidden
    disputed = [*_disputed(fold), *_short_tanks(tanks)]
    return Findings(
        tuple(line for line in disputed if line.event not in hidden),
        tuple(gap for gap in _gaps(conversions) if gap.event not in hidden),
        tuple(row for row in fold.empty if row[0] not in hidden),
        tuple((said.event, said.declares) for said in effective.unknown),
    )


def _disputed(fold: Fold) -> Iterator[DisputedLine]:
    for row in fold.told:
        for part, booking in row.lines:
            if booking.disputed:
                quantity = decimal_of(booking.disputed)
                yield DisputedLine(row.step.event, part.object, quantity)


def _short_tanks(tanks: Mapping[UUID, Tank]) -> Iterator[DisputedLine]:
    for tank in tanks.values():
        for booking in tank.story.bookings:
            if booking.unbooked:
                yield DisputedLine(booking.entry.event, None, decimal_of(booking.unbooked))


def _gaps(conversions: Iterable[Conversion]) -> Iterator[YieldGap]:
    """Give what does not add up where everything is of one dimension."""
    for conversion in conversions:
        lines = conversion.lines
        dimensions = {measured(line.part.unit).dimension for line in lines}
        told = all(line.amount is not None for line in lines)
        if not conversion.inputs or not conversion.outputs or len(dimensions) > 1 or not told:
            continue
        gone = sum(line.base for line in conversion.inputs)
        gap = gone - sum(line.base for line in conversion.outputs)
        if gap:
            yield YieldGap(conversion.id, dimensions.pop(), decimal_of(gap))
