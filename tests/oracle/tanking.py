"""What tanks take in and give out, and what is lost from them (R8)."""

from fractions import Fraction

from .bodies import Layer
from .books import Books
from .history import Happening
from .measures import NOTHING, Amounts, add, dimension_of, in_base, read, unknown_content
from .moving import source_of
from .tanks import Draw, Fill, Tank


def fill(books: Books, event: Happening, tank: Tank) -> None:
    """Let a lot leave into a tank, as a layer."""
    said, code = event.said, event.said["lot"]
    tank.meet(event)
    tank.begin_if_empty()
    quantity = books.booked(said)
    reasons = [] if quantity is not None else ["quantity_missing"]
    dimension = dimension_of(said.get("unit") or books.lot(code).unit)
    if quantity is None and dimension != books.dimension(code) and said.get("quantity"):
        reasons.append("unit_mismatch")
    if quantity is not None and tank.dimension not in {None, dimension}:
        reasons, quantity = ["quantity_missing", "unit_mismatch"], None
        for reason in reasons:
            books.say(reason, code)
    tank.campaign.fills.append(Fill(code, event, quantity is not None, tuple(reasons)))
    if quantity:
        tank.dimension = dimension
        amounts = books.leave(event, code, quantity, source_of(said))
        index = len(tank.campaign.fills) - 1
        affected = books.is_affected(code, event)
        tank.layers.append(Layer(code, index, quantity, amounts, affected))


def draw(books: Books, event: Happening, tank: Tank) -> None:
    """Take a quantity of a lot out of a tank."""
    said, code = event.said, event.said["lot"]
    tank.meet(event)
    books.born.add(code)
    quantity = books.booked(said)
    if quantity is not None and tank.dimension not in {None, books.dimension(code)}:
        books.say("unit_mismatch", code)
        books.say("quantity_missing", code)
        quantity = None
    made = Draw(code, event, len(tank.campaign.fills), quantity is None, ambiguous=tank.ambiguous)
    tank.campaign.draws.append(made)
    if not tank.is_declared:
        books.say("tank_model_undeclared", code)
    if tank.ambiguous:
        books.say("order_ambiguous", code)
    if quantity:
        amounts = _draw_parts(books, tank, made, quantity)
        books.put_in(code, ("place", said.get("place") or ""), quantity, amounts, "produced")


def _draw_parts(books: Books, tank: Tank, made: Draw, quantity: Fraction) -> Amounts:
    pool: Amounts = {}
    for layer, here, amounts in tank.take(quantity):
        quantity -= here
        add(pool, amounts)
        if layer.unexplained:
            books.say("unexplained", made.lot)
        if layer.lot is not None and layer.fill is not None:
            affected = here if layer.affected else NOTHING
            books.lot(layer.lot).account("consumed", made.lot).book(here, affected, amounts)
            made.gave.add(layer.fill)
            made.parts[layer.lot] = made.parts.get(layer.lot, NOTHING) + here
    if quantity:
        books.say("tank_underrun", made.lot)
        made.loose = True
        add(pool, unknown_content(quantity, books.dimension(made.lot)))
    return pool


def clean(books: Books, event: Happening, tank: Tank) -> None:
    """Book what is left as loss; a clean that stands alone ends the campaign."""
    alone = tank.meet(event)
    books.touched[event.id] |= tank.campaign.lots
    _lose(books, tank, tank.volume, "loss", "clean")
    if alone:
        tank.end()
        tank.ambiguous = False


def adjust_tank(books: Books, event: Happening, tank: Tank) -> None:
    """Take like a draw into loss, or add a layer of unknown origin."""
    said = event.said
    tank.meet(event)
    unit, reason = said["unit"], said.get("reason") or ""
    books.touched[event.id] |= tank.campaign.lots
    if tank.dimension not in {None, dimension_of(unit)}:
        return
    tank.dimension = dimension_of(unit)
    counted, delta = read(said.get("counted")), read(said.get("delta"))
    change = in_base(delta or NOTHING, unit)
    if counted is not None:
        change = in_base(counted, unit) - tank.volume
    if change > 0:
        content = unknown_content(change, tank.dimension)
        tank.layers.append(Layer(None, None, change, content, False, not reason))
    elif change < 0:
        _lose(books, tank, -change, "loss" if reason else "unexplained", reason)


def _lose(books: Books, tank: Tank, quantity: Fraction, bucket: str, reason: str) -> None:
    for layer, here, amounts in tank.take(quantity):
        if layer.lot is None:
            continue
        if bucket == "unexplained":
            books.say("unexplained", layer.lot)
        affected = here if layer.affected else NOTHING
        books.lot(layer.lot).account(bucket, reason).book(here, affected, amounts)
