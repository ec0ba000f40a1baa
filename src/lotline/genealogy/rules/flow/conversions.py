"""Steps in which lots become lots, each with its lines and the weights of its outputs (GENEALOGY R5).

One event is one conversion; events with one link and no tank are one together (DECISIONS 6); a
receipt has one for each run of supplier lots and the lots that they came in as.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from lotline.genealogy.rules.flow.measure import measured, to_base
from lotline.genealogy.rules.flow.told import Told
from lotline.lots.events import INPUT_ROLES, OUTPUT_ROLES, Kind
from lotline.lots.folds.amount import ONE, amount_in, amount_of, divide, lacks
from lotline.lots.folds.flow import Booking
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.tank_acts import LOST

_JOINING: Final = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.REWORK})
_ALONE: Final = frozenset({Kind.RECEIVE, Kind.RETURN})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a conversion, with the step that told of it and what it booked."""

    step: Step
    part: Part
    booking: Booking

    @property
    def amount(self) -> int | None:
        """Give its amount in its own unit, None where it has none."""
        return None if lacks(self.part) else amount_in(self.part)

    @property
    def base(self) -> int:
        """Give its amount in the base unit of its dimension."""
        return to_base(self.amount or 0, self.part.unit)


@dataclass(slots=True)
class Conversion:
    """What went in and what came out; `outputs` have the waste last, `weights` go with them.

    `since` and `until` bound the time in which it happened. `assumed` says that nobody knows how
    the inputs divide, `unquantified` that no output has a quantity.
    """

    id: UUID
    inputs: list[Line] = field(default_factory=list)
    outputs: list[Line] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    assumed: bool = False
    unquantified: bool = False

    @property
    def lines(self) -> list[Line]:
        """Give every line."""
        return self.inputs + self.outputs

    @property
    def since(self) -> datetime:
        """Give the earliest moment at which it can have happened."""
        return min(line.step.time for line in self.lines)

    @property
    def until(self) -> datetime:
        """Give the latest moment at which it can have happened."""
        return max(line.step.until for line in self.lines)

    @property
    def made(self) -> list[Line]:
        """Give the outputs that are lots."""
        return [line for line in self.outputs if line.part.role in OUTPUT_ROLES]

    @property
    def joined(self) -> bool:
        """Say whether several events tell of it together."""
        return len({line.step.event for line in self.lines}) > 1


def conversions_of(told: Sequence[Told]) -> list[Conversion]:
    """Give every conversion of a run of steps."""
    linked: dict[UUID, list[Told]] = defaultdict(list)
    found: list[Conversion] = []
    for entry in told:
        step = entry.step
        if step.kind in _JOINING and step.link is not None and step.tank is None:
            linked[step.link].append(entry)
        elif step.kind in _JOINING:
            found.append(_of(step.event, [entry]))
        elif step.kind in _ALONE:
            found.extend(_runs(entry))
    found.extend(_of(_name(link, entries), entries) for link, entries in linked.items())
    return [_weighted(conversion) for conversion in found if conversion.lines]


def is_lost(part: Part) -> bool:
    """Say whether a line is waste or a declared loss."""
    return part.role in LOST


def _name(link: UUID, entries: list[Told]) -> UUID:
    return entries[0].step.event if len(entries) == 1 else link


def _of(name: UUID, entries: Iterable[Told]) -> Conversion:
    conversion = Conversion(name)
    for entry in entries:
        for part, booking in entry.lines:
            _put(conversion, Line(entry.step, part, booking))
    return conversion


def _put(conversion: Conversion, line: Line) -> None:
    if line.part.role in INPUT_ROLES and line.part.object is not None:
        conversion.inputs.append(line)
    elif is_lost(line.part):
        conversion.outputs.append(line)
    elif line.part.role in OUTPUT_ROLES and line.part.object is not None:
        place = sum(not is_lost(other.part) for other in conversion.outputs)
        conversion.outputs.insert(place, line)


def _runs(entry: Told) -> Iterator[Conversion]:
    """Give each run of inputs with the outputs behind it; goods without inputs were just received."""
    lines = sorted((line for line in entry.lines if _counts(line[0])), key=lambda x: x[0].number)
    ordered = bool(lines) and lines[0][0].role in INPUT_ROLES
    run = Conversion(entry.step.event)
    for part, booking in lines:
        if ordered and part.role in INPUT_ROLES and run.outputs:
            yield run
            run = Conversion(entry.step.event)
        _put(run, Line(entry.step, part, booking))
    if run.inputs or entry.step.kind is not Kind.RECEIVE:
        yield run


def _counts(part: Part) -> bool:
    return part.role in INPUT_ROLES or part.role in OUTPUT_ROLES or is_lost(part)


def _declared(outputs: Sequence[Line]) -> list[int]:
    """Give the declared weights, if every lot has one; waste without one gets what is left to 1."""
    declared = [line.part.weight for line in outputs]
    lots = [w for line, w in zip(outputs, declared, strict=True) if not is_lost(line.part)]
    if not lots or None in lots:
        return []
    weights = [amount_of(weight or Decimal(0)) for weight in declared]
    left = max(0, ONE - sum(weights))
    if None in declared and left:
        rest = iter(divide(left, [1] * declared.count(None)))
        weights = [next(rest) if w is None else n for w, n in zip(declared, weights, strict=True)]
    return weights


def _weighted(conversion: Conversion) -> Conversion:
    """Decide how what went in divides among the outputs, waste included."""
    outputs = conversion.outputs
    if not outputs:
        return conversion
    weights = _declared(outputs)
    if not sum(weights):
        weights, conversion.assumed = _by_quantity(outputs)
    conversion.weights = weights
    conversion.unquantified = all(line.amount is None for line in outputs)
    return conversion


def _by_quantity(outputs: Sequence[Line]) -> tuple[list[int], bool]:
    """Give weights by quantity where all is of one dimension, else even ones, and say so."""
    counted = [line.amount is not None for line in outputs]
    if not any(counted):
        return [1] * len(outputs), False
    dimensions = {measured(line.part.unit).dimension for line in outputs if line.amount is not None}
    if len(dimensions) > 1:
        return [int(is_counted) for is_counted in counted], True
    weights = [line.base for line in outputs]
    if not sum(weights):
        return [1] * len(outputs), len(outputs) > 1
    return weights, False
