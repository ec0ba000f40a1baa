"""The state of the fold: every lot, unit and tally, and the verbs that change it (R3, R4, R9)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction

from .bodies import Holder, Hop, Lot, Shipping
from .history import Happening, Said, World
from .measures import (
    NOTHING,
    Amounts,
    add,
    dimension_of,
    in_base,
    in_unit,
    only,
    part,
    read,
    unknown_content,
)
from .units import Units


class Books:
    """What is true after the events folded so far, for one set of suspects."""

    def __init__(
        self,
        world: World,
        own_units: Mapping[str, str],
        suspects: Iterable[str] = (),
        since: datetime | None = None,
        arrivals: Mapping[str, datetime] | None = None,
    ) -> None:
        """Begin with empty books; `arrivals` says from when on a lot is affected."""
        self.world = world
        self.own_units = own_units
        self.suspects = frozenset(suspects)
        self.since = since
        self.suspicion = since is None
        self.arrivals = arrivals or {}
        self.lots: dict[str, Lot] = {}
        self.units = Units()
        self.hops: list[Hop] = []
        self.plain: list[Hop] = []
        self.edges: list[tuple[str, str, Fraction | None]] = []
        self.codes: dict[str, set[str]] = defaultdict(set)
        self.disputes: dict[tuple[str, str], Fraction] = {}
        self.touched: dict[str, set[str]] = defaultdict(set)
        self.born: set[str] = set()
        self.labelled: dict[str, Fraction] = defaultdict(Fraction)
        self.re_entered: dict[str, Fraction] = defaultdict(Fraction)
        self.unquantified: dict[str, Fraction] = defaultdict(Fraction)
        self.suspect_content: set[str] = set()
        self.affected_units: set[str] = set()
        self.empty_units: list[list[str]] = []
        self.yield_gaps: list[tuple[str, str, Fraction]] = []

    def lot(self, code: str) -> Lot:
        """Give a lot; a lot never heard of is empty."""
        if code not in self.lots:
            self.lots[code] = Lot(code, self.own_units.get(code, "H87"))
        return self.lots[code]

    def dimension(self, code: str) -> str:
        """Tell what the lot is measured in."""
        return dimension_of(self.lot(code).unit)

    def say(self, reason: str, *lots: str) -> None:
        """Write a reason of R11 on lots."""
        for code in lots:
            self.codes[code].add(reason)

    def booked(self, line: Said, *others: str) -> Fraction | None:
        """Read a line's quantity in base units, if it can be booked on its lot (R3).

        The reason why not sits on the lot and on the `others` whose figures need the line.
        """
        quantity = read(line.get("quantity"))
        lot = line["lot"]
        if quantity is None:
            self.say("quantity_missing", lot, *others)
            return None
        unit = line.get("unit") or self.lot(lot).unit
        if dimension_of(unit) != self.dimension(lot):
            self.say("unit_mismatch", lot, *others)
            self.say("quantity_missing", lot, *others)
            return None
        return in_base(quantity, unit)

    def in_own_unit(self, code: str, base: Fraction) -> Fraction:
        """Convert to the lot's own unit."""
        return in_unit(base, self.lot(code).unit)

    def begin_suspicion(self, now: datetime | None) -> None:
        """Make what is on hand of the suspects suspect, once `since` has come."""
        if self.suspicion or (now is not None and self.since is not None and now < self.since):
            return
        self.suspicion = True
        for code in sorted(self.suspects):
            lot = self.lot(code)
            self._label(lot, lot.on_hand, lot.amounts)

    def is_affected(self, code: str, event: Happening) -> bool:
        """Tell whether what leaves the lot with this event left at or after its arrival."""
        return code in self.arrivals and self.arrivals[code] <= event.end

    def enter(self, code: str, quantity: Fraction, amounts: Amounts, how: str) -> Amounts:
        """Book an inflow and give what it carries; a suspect lot labels it (R9)."""
        lot = self.lot(code)
        lot.ins[how] = lot.ins.get(how, NOTHING) + quantity
        lot.entered += quantity
        add(lot.entered_amounts, amounts)
        carried = dict(amounts)
        if self.suspicion and code in self.suspects:
            for dimension, value in only(carried, "suspect").items():
                self.re_entered[dimension] += value
            carried = {key: value for key, value in carried.items() if key[0] != "suspect"}
            self._label(lot, quantity, carried)
        return carried

    def enter_unknown(self, code: str, quantity: Fraction, how: str) -> Amounts:
        """Book an inflow of unknown origin."""
        return self.enter(code, quantity, unknown_content(quantity, self.dimension(code)), how)

    def put_in(
        self, code: str, holder: Holder, quantity: Fraction, amounts: Amounts, how: str
    ) -> None:
        """Let an inflow come to lie at a holder."""
        carried = self.enter(code, quantity, amounts, how)
        lot = self.lot(code)
        lot.put(holder, quantity)
        add(lot.amounts, carried)

    def sources(
        self, code: str, quantity: Fraction, source: Holder | None
    ) -> list[tuple[Holder, Fraction]]:
        """Say where a quantity comes from; a place left out is assumed in code order (R6)."""
        lot = self.lot(code)
        candidates = [source] if source else sorted(lot.held)
        if len(candidates) > 1:
            self.say("place_assumed", code)
        found = []
        for holder in candidates:
            there = min(quantity, lot.held.get(holder, NOTHING))
            quantity -= there
            if there:
                found.append((holder, there))
        return found

    def leave(
        self, event: Happening, code: str, quantity: Fraction, source: Holder | None
    ) -> Amounts:
        """Take out in full; what the record does not have is disputed and leaves at once (R4)."""
        lot = self.lot(code)
        found = self.sources(code, quantity, source)
        missing = quantity - sum((there for _, there in found), NOTHING)
        before = lot.on_hand
        if missing:
            self.dispute(event, code, missing)
            add(lot.amounts, self.enter_unknown(code, missing, "disputed"))
        taken = part(lot.amounts, quantity / (before + missing)) if quantity else {}
        add(lot.amounts, part(taken, Fraction(-1)))
        for holder, there in found:
            self._remove(event, lot, holder, there)
        return taken

    def shift(
        self, event: Happening, code: str, quantity: Fraction, source: Holder | None, to: Holder
    ) -> None:
        """Move what is there; the rest is listed as disputed (R4)."""
        lot = self.lot(code)
        for holder, there in self.sources(code, quantity, source):
            self._remove(event, lot, holder, there)
            lot.put(to, there)
            quantity -= there
        if quantity:
            self.dispute(event, code, quantity)

    def dispute(self, event: Happening, code: str, quantity: Fraction) -> None:
        """List what the record did not have."""
        self.say("disputed", code)
        key = (event.id, code)
        self.disputes[key] = self.disputes.get(key, NOTHING) + quantity

    def come_back(self, code: str, quantity: Fraction, amounts: Amounts) -> Amounts:
        """Take returned goods into the body on hand: no inflow, but the suspect label holds."""
        carried = dict(amounts)
        if self.suspicion and code in self.suspects:
            dimension = self.dimension(code)
            self.labelled[dimension] -= carried.pop(("suspect", dimension), NOTHING)
            self._label(self.lot(code), quantity, carried)
        return carried

    def candidates(self, code: str, said: Said) -> list[Shipping]:
        """Give the shipments that a return may come from, the oldest first."""
        wanted = [said.get(name) for name in ("customer", "order", "waybill", "sscc")]
        return [
            key
            for key, shipment in self.lot(code).shipped.items()
            if shipment.quantity
            and all(one is None or one == two for one, two in zip(wanted, key, strict=True))
        ]

    def contents(self, sscc: str) -> list[tuple[str, str, Fraction]]:
        """Give (unit, lot, quantity) on hand in a unit, to any depth."""
        return [
            (unit, code, lot.held["unit", unit])
            for unit in self.units.inside(sscc)
            for code, lot in sorted(self.lots.items())
            if ("unit", unit) in lot.held
        ]

    def hold_in_unit(self, event: Happening, code: str, sscc: str) -> None:
        """Note that a unit held some of the lot until this event."""
        if self.is_affected(code, event):
            self.affected_units.add(sscc)

    def _label(self, lot: Lot, quantity: Fraction, amounts: Amounts) -> None:
        """Make a body suspect throughout: all its quantity, all its content came through it."""
        dimension = self.dimension(lot.code)
        self.labelled[dimension] += quantity
        for key in [key for key in amounts if key[0] in {"suspect", "through"}]:
            del amounts[key]
        if quantity:
            amounts["suspect", dimension] = quantity
        for kind, value in only(amounts, "content").items():
            amounts["through", kind] = value
            self.suspect_content.add(kind)

    def _remove(self, event: Happening, lot: Lot, holder: Holder, quantity: Fraction) -> None:
        lot.put(holder, -quantity)
        if holder[0] == "unit":
            self.hold_in_unit(event, lot.code, holder[1])
