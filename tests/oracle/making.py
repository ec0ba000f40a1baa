"""Transformations: inputs used up, outputs made, and the hops between them (R5, R13)."""

from collections.abc import Sequence
from fractions import Fraction

from .bodies import Hop
from .books import Books
from .history import Happening, Said
from .measures import (
    NOTHING,
    Amounts,
    add,
    dimension_of,
    in_base,
    only,
    part,
    read,
    unknown_content,
)
from .moving import source_of
from .weights import weights

Taken = tuple[Said, Fraction | None, Amounts]


def is_certain(*lines: Said) -> bool:
    """Tell whether no line is marked possible or estimated (R13)."""
    return all(line.get("certainty", "certain") == "certain" for line in lines)


def transform(books: Books, event: Happening) -> None:
    """Use inputs up and make outputs; split, merge and rework are the same shape (R5)."""
    outputs = [_with_unit(books, line) for line in event.said.get("outputs", ())]
    made = [line["lot"] for line in outputs if line.get("lot")]
    taken = _take(books, event, made)
    parts, assumed, _ = weights(outputs) if outputs else ([], False, False)
    if assumed and taken:
        books.say("allocation_assumed", *made)
    if not taken:
        books.say("origin_unrecorded", *made)
    for line, quantity, amounts in taken:
        _consume(books, event, (line["lot"], quantity, amounts), outputs, parts)
    for line, weight in zip(outputs, parts, strict=True):
        pool: Amounts = {}
        for _, _, amounts in taken:
            add(pool, part(amounts, weight))
        if line.get("lot"):
            _make(books, event, line, made, pool if taken else None)
    _link(books, event, taken, outputs, parts)
    _note_gap(books, event, taken, outputs)


def _with_unit(books: Books, line: Said) -> Said:
    if line.get("unit") or not line.get("lot"):
        return line
    return {**line, "unit": books.lot(line["lot"]).unit}


def _take(books: Books, event: Happening, made: Sequence[str]) -> list[Taken]:
    """Take every input line out; a unit means all that is inside."""
    taken: list[Taken] = []
    for line in event.said.get("inputs", ()):
        if line.get("lot"):
            quantity = books.booked(line, *made)
            source = source_of(line)
            amounts = books.leave(event, line["lot"], quantity, source) if quantity else {}
            taken.append((line, quantity, amounts))
            continue
        for unit, code, quantity in books.contents(line["sscc"]):
            amounts = books.leave(event, code, quantity, ("unit", unit))
            books.touched[event.id].add(code)
            taken.append(({**line, "lot": code}, quantity, amounts))
    return taken


def _consume(
    books: Books,
    event: Happening,
    source: tuple[str, Fraction | None, Amounts],
    outputs: Sequence[Said],
    parts: Sequence[Fraction],
) -> None:
    """Write into the input's account what became of it."""
    code, quantity, amounts = source
    if not quantity:
        return
    affected = quantity if books.is_affected(code, event) else NOTHING
    if not outputs:
        entry = books.lot(code).account("consumed_to_nothing", "nothing")
        entry.book(quantity, affected, amounts)
    for line, weight in zip(outputs, parts, strict=True):
        if line.get("lot"):
            entry = books.lot(code).account("consumed", line["lot"])
        else:
            entry = books.lot(code).account("destroyed", f"waste:{line['waste']}")
        entry.book(quantity * weight, affected * weight, part(amounts, weight))


def _make(
    books: Books, event: Happening, line: Said, made: Sequence[str], pool: Amounts | None
) -> None:
    """Let an output come to be; what goes into one without quantity is an end of its own."""
    code = line["lot"]
    books.born.add(code)
    quantity = books.booked(line, *made)
    if quantity:
        if pool is None:
            pool = unknown_content(quantity, books.dimension(code))
        place = line.get("place") or event.said.get("place") or ""
        books.put_in(code, ("place", place), quantity, pool, "produced")
        return
    add(books.lot(code).entered_amounts, pool or {})
    for dimension, value in only(pool or {}, "suspect").items():
        books.unquantified[dimension] += value


def _link(
    books: Books,
    event: Happening,
    taken: Sequence[Taken],
    outputs: Sequence[Said],
    parts: Sequence[Fraction],
) -> None:
    rows: dict[tuple[str, str], Fraction | None] = {}
    for line, quantity, _ in taken:
        for out, weight in zip(outputs, parts, strict=True):
            if not out.get("lot"):
                continue
            hop = Hop(line["lot"], out["lot"], event, event, is_certain(line, out))
            books.hops.append(hop)
            pair = (line["lot"], out["lot"])
            here = None if quantity is None else quantity * weight
            before = rows.get(pair)
            rows[pair] = here if before is None else before + (here or NOTHING)
    books.edges += [(*pair, quantity) for pair, quantity in rows.items()]


def _note_gap(
    books: Books, event: Happening, taken: Sequence[Taken], outputs: Sequence[Said]
) -> None:
    """List the yield gap of an event in one dimension; it is not a bucket (R5)."""
    if not taken or not outputs or any(quantity is None for _, quantity, _ in taken):
        return
    if any(read(line.get("quantity")) is None for line in outputs):
        return
    dimensions = {books.dimension(line["lot"]) for line, _, _ in taken}
    dimensions |= {dimension_of(line["unit"]) for line in outputs}
    ins = sum((quantity or NOTHING for _, quantity, _ in taken), NOTHING)
    outs = sum((in_base(Fraction(str(o["quantity"])), o["unit"]) for o in outputs), NOTHING)
    if len(dimensions) == 1 and ins != outs:
        books.yield_gaps.append((event.id, dimensions.pop(), ins - outs))
