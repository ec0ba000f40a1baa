"""A tank holds one dimension of quantity, and gives no more than it holds (GENEALOGY R8)."""

from collections.abc import Iterator
from decimal import Decimal

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext
from lotline.capture.rules.setting import PlannedLine, TankBook
from lotline.kernel.decimals import plain
from lotline.kernel.units import UNITS, convert
from lotline.lots.events import Kind, Measure

_FLOWING = frozenset({Kind.FILL, Kind.DRAW})


def one_dimension(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse litres into a tank of kilograms: no share could be told of what is drawn."""
    if ctx.kind not in _FLOWING or ctx.named.tank is None:
        return
    book = ctx.setting.tanks.get(ctx.named.tank, TankBook())
    unit = book.unit if book.quantity > 0 else None
    for entry, measure in _flows(ctx):
        unit = unit or measure.unit
        if _dimension(measure.unit) != _dimension(unit):
            params = {"tank": book.code, "unit": measure.unit, "expected": unit}
            yield Refusal("tank.dimension", f"{entry.pointer}/quantity/unit", params)


def enough_in_tank(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse a draw of more than the book of the tank has."""
    if ctx.kind is not Kind.DRAW or ctx.named.tank is None:
        return
    book = ctx.setting.tanks.get(ctx.named.tank)
    if book is None:
        return
    for entry, measure in _flows(ctx):
        wanted = drawn_from(book, measure)
        if wanted is None:
            continue
        if wanted > book.quantity:
            params = {
                "tank": book.code, "left": plain(book.quantity), "wanted": plain(wanted),
                "unit": book.unit or measure.unit,
            }  # fmt: skip
            yield Refusal("tank.short", f"{entry.pointer}/quantity", params)
        left = max(book.quantity - wanted, Decimal(0))
        book = TankBook(left, book.unit, book.code)


def drawn_from(book: TankBook, measure: Measure) -> Decimal | None:
    """Express a quantity in the tank's unit; None where it is of another dimension."""
    if book.unit is None or book.unit == measure.unit:
        return measure.value
    if _dimension(measure.unit) != _dimension(book.unit):
        return None
    return convert(measure.value, measure.unit, book.unit)


def _flows(ctx: GateContext) -> Iterator[tuple[PlannedLine, Measure]]:
    for entry in ctx.planned:
        if entry.line.quantity is not None:
            yield entry, entry.line.quantity


def _dimension(unit: str) -> str:
    known = UNITS.get(unit)
    return known.dimension if known else unit
