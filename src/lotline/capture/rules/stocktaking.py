"""What a count found, and what an adjustment changes: pure (GENEALOGY R6).

A count is an absolute statement about one holder; what it differs from is for the folds to say. An
adjustment is a signed difference; a negative one takes like anything that takes.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine, Setting
from lotline.capture.rules.sourcing import Part, take
from lotline.capture.rules.taking import doubt, holders, took
from lotline.lots.events import Holder, Measure


def counted(
    named: NamedRequest, entry: NamedLine, plain: PlannedLine, setting: Setting
) -> PlannedLine:
    """Give what was found at the place or in the unit that was counted."""
    parts, is_named = holders(named, entry, plain.state, setting)
    if not is_named and len(parts) != 1:
        return plain
    return _at(plain, parts[0][0], is_named, several=False)


def adjusted(
    named: NamedRequest, entry: NamedLine, plain: PlannedLine, setting: Setting
) -> Iterator[PlannedLine]:
    """Give the difference, holder by holder where it takes from several."""
    parts, is_named = holders(named, entry, plain.state, setting)
    change = plain.line.quantity.value if plain.line.quantity else Decimal(0)
    plain = replace(plain, left=sum((part for _, part in parts), Decimal(0)))
    several = len(parts) > 1
    if change >= 0:
        yield _at(plain, parts[0][0] if parts else None, is_named, several=several)
        return
    rows, short = take(parts, -change)
    for source, part, missing in _rows(rows, parts, short):
        cut = _less(plain, part + missing, missing, alone=len(rows) < 2)
        placed = _at(cut, source, is_named, several=several)
        yield replace(placed, took=took(placed.line, missing))


def _rows(
    rows: list[Part], parts: list[Part], short: Decimal
) -> Iterator[tuple[Holder | None, Decimal, Decimal]]:
    """Give what is taken from each holder; what is missing goes with the last."""
    if not rows:
        yield parts[0][0] if parts else None, Decimal(0), short
    for index, (source, part) in enumerate(rows):
        yield source, part, short if index == len(rows) - 1 else Decimal(0)


def _less(plain: PlannedLine, taken: Decimal, missing: Decimal, *, alone: bool) -> PlannedLine:
    assert plain.line.quantity is not None
    measure = Measure(-taken, plain.line.quantity.unit)
    entered = plain.line.entered if alone else None
    line = replace(plain.line, quantity=measure, entered=entered, disputed=missing)
    return replace(plain, line=line, short=missing)


def _at(plain: PlannedLine, source: Holder | None, is_named: bool, *, several: bool) -> PlannedLine:
    flags = () if is_named else doubt(source, several=several)
    line = replace(plain.line, source=source, flags=(*plain.line.flags, *flags))
    return replace(plain, line=line)
