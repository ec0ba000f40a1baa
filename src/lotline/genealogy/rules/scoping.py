"""A blast radius summed up: by unit, by customer, by place, and what narrowing spares; pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from lotline.genealogy.records import (
    CustomerReach,
    Fate,
    FatePart,
    Inflow,
    LotAccount,
    PlaceReach,
    Saving,
    Whereabouts,
    ref_of,
)
from lotline.genealogy.records.flow import AccountLine, Blast, FlowAccount, FlowFate
from lotline.genealogy.rules.flow.measure import BASE_UNITS
from lotline.kernel.decimals import plain
from lotline.lots.records import Amount, LotRef, Named

_SHOWN: Final = Decimal("0.000001")
_PERCENT: Final = Decimal("0.01")
# Buckets in which a quantity still is, or went to somebody: what is held or called back.
PRESENT: Final = frozenset(
    {
        "in_stock", "in_process", "in_transit", "returned_in", "laboratory", "subcontracted",
        "retained", "consigned", "shipped", "elsewhere",
    }
)  # fmt: skip
Sums = dict[str, Decimal]


def amount(value: Decimal, unit: str | None) -> Amount:
    """Give a quantity for people: at most six decimals, half-even."""
    shown = value if value == value.quantize(_SHOWN) else value.quantize(_SHOWN)
    return Amount(plain(shown.normalize() if shown else Decimal(0)), unit or "")


def ratio(value: Decimal) -> str:
    """Give a share for people."""
    return amount(value, None).value


def suspect(found: Mapping[str, Decimal], units: Mapping[str, str]) -> tuple[Amount, ...]:
    """Give the suspect itself, by dimension, in the unit that each dimension is told in."""
    return tuple(
        amount(value, units.get(kind) or BASE_UNITS.get(kind, kind))
        for kind, value in sorted(found.items())
    )


def bucket_of(line: AccountLine) -> str:
    """Name the line of an account; what was used up for nothing has a line of its own."""
    nothing = line.bucket == "consumed" and line.lot is None
    return "consumed_to_nothing" if nothing else line.bucket


def inflows(account: FlowAccount, unit: str | None) -> tuple[Inflow, ...]:
    """Give what came into a lot."""
    return tuple(Inflow(kind, amount(value, unit)) for kind, value in account.inflows.items())


def fate(found: FlowFate) -> Fate:
    """Give where the suspect quantity is, in amounts and percent of the whole."""
    parts = tuple(
        FatePart(bucket, amount(value, found.unit), _percent(value, found.suspect))
        for bucket, value in sorted(found.parts.items(), key=lambda row: -row[1])
        if value
    )
    residual = amount(found.residual, found.unit)
    return Fate(found.dimension, amount(found.suspect, found.unit), parts, residual)


def affected(blast: Blast) -> tuple[Amount, ...]:
    """Give the whole quantity of what is affected and is still somewhere, by unit."""
    sums: Sums = defaultdict(Decimal)
    for account in blast.accounts.values():
        for line in account.lines:
            if line.bucket in PRESENT:
                sums[account.unit or ""] += line.affected
    return _amounts(sums)


def customers(accounts: Iterable[LotAccount]) -> tuple[CustomerReach, ...]:
    """Give what each customer got on each order and waybill."""
    found: dict[tuple[str, str, str], list[tuple[LotAccount, Whereabouts]]] = defaultdict(list)
    for account in accounts:
        for line in account.lines:
            if line.bucket == "shipped" and line.customer is not None:
                found[line.customer.name, line.order or "", line.waybill or ""].append(
                    (account, line)
                )
    return tuple(_customer(rows) for _, rows in sorted(found.items()))


def places(accounts: Iterable[LotAccount]) -> tuple[PlaceReach, ...]:
    """Give what lies at each place."""
    found: dict[tuple[str, str], list[tuple[LotAccount, Whereabouts]]] = defaultdict(list)
    for account in accounts:
        for line in account.lines:
            if line.place is not None:
                found[line.bucket, line.place.code].append((account, line))
    return tuple(_place(rows) for _, rows in sorted(found.items()))


def saving(whole: Blast, narrow: Blast) -> Saving:
    """Give what narrowing spares."""
    return Saving(
        len(whole.accounts), len(narrow.accounts), affected(whole), affected(narrow),
        _customer_count(whole), _customer_count(narrow),
    )  # fmt: skip


def _customer_count(blast: Blast) -> int:
    return len(
        {
            line.customer
            for account in blast.accounts.values()
            for line in account.lines
            if line.bucket == "shipped" and line.affected
        }
    )


def _customer(rows: list[tuple[LotAccount, Whereabouts]]) -> CustomerReach:
    line = rows[0][1]
    assert line.customer is not None
    spared = (
        (row.quantity.unit, Decimal(row.quantity.value) - Decimal(row.affected.value))
        for _, row in rows
    )
    return CustomerReach(
        line.customer, line.order, line.waybill, _lots(rows), _affected(rows), _suspects(rows),
        _added(spared),
    )  # fmt: skip


def _place(rows: list[tuple[LotAccount, Whereabouts]]) -> PlaceReach:
    place: Named | None = rows[0][1].place
    assert place is not None
    bucket = rows[0][1].bucket
    return PlaceReach(place, bucket, _lots(rows), _affected(rows), _suspects(rows))


def _lots(rows: Iterable[tuple[LotAccount, Whereabouts]]) -> tuple[LotRef, ...]:
    return tuple(dict.fromkeys(ref_of(account.row) for account, _ in rows))


def _affected(rows: Iterable[tuple[LotAccount, Whereabouts]]) -> tuple[Amount, ...]:
    return _added((row.affected.unit, Decimal(row.affected.value)) for _, row in rows)


def _suspects(rows: Iterable[tuple[LotAccount, Whereabouts]]) -> tuple[Amount, ...]:
    return _added((part.unit, Decimal(part.value)) for _, row in rows for part in row.suspect)


def _added(rows: Iterable[tuple[str, Decimal]]) -> tuple[Amount, ...]:
    sums: Sums = defaultdict(Decimal)
    for unit, value in rows:
        sums[unit] += value
    return _amounts(sums)


def _amounts(sums: Mapping[str, Decimal]) -> tuple[Amount, ...]:
    return tuple(amount(value, unit) for unit, value in sorted(sums.items()) if value)


def _percent(part: Decimal, whole: Decimal) -> str:
    return plain((part * 100 / whole).quantize(_PERCENT)) if whole else "0"
