"""A small plant for tests: masters made once, and short words for what people do there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from lotline.access.records import Actor
from lotline.capture import operations as door
from lotline.capture.records import (
    Accepted,
    CaptureRequest,
    LineRequest,
    LossRequest,
    MasterRef,
    Mode,
    NewObject,
    ObjectRef,
    Outcome,
    Refused,
    SupplierLotRef,
)
from lotline.kernel.clock import FixedClock
from lotline.kernel.ids import uuid7
from lotline.lots import queries as lots
from lotline.lots.events import Kind, Measure, ObjectKind, Quality, Reference
from lotline.masterdata import operations as masterdata
from lotline.masterdata import queries as masters
from lotline.masterdata.records import (
    EquipmentDraft,
    LocationDraft,
    PartyDraft,
    PlaceKind,
    ProductDraft,
    ProductKind,
    SiteDraft,
    TankModel,
)

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
ACTOR = Actor.system("test")


def kg(value: str | int, unit: str = "KGM") -> Measure:
    """Give a quantity in kilograms, or in the unit said."""
    return Measure(Decimal(value), unit)


@dataclass
class Plant:
    """A site with a warehouse WH, a line LINE, a returns area RET, customers and products."""

    clock: FixedClock = field(default_factory=lambda: FixedClock(START))

    @classmethod
    def build(cls) -> "Plant":
        """Make the masters."""
        plant = cls()
        site = masterdata.bulk_save(ACTOR, [SiteDraft(code="P1", name="一厂")])[0]
        kinds = {"WH": PlaceKind.STOCK, "WH2": PlaceKind.STOCK, "LINE": PlaceKind.PROCESS,
                 "RET": PlaceKind.RETURNS}  # fmt: skip
        places = [LocationDraft(code=c, name=c, kind=k, site=site.id) for c, k in kinds.items()]
        parties = [PartyDraft(code="S1", name="供应商", supplier=True)]
        parties += [PartyDraft(code=c, name=c, customer=True) for c in ("C1", "C2")]
        products = [
            ProductDraft(code="RAW", name="原料", kind=ProductKind.RAW, stock_unit="KGM"),
            ProductDraft(
                code="MIX", name="半成品", kind=ProductKind.INTERMEDIATE, stock_unit="KGM",
                shelf_life_days=10,
            ),
            ProductDraft(
                code="CUP", name="成品", kind=ProductKind.FINISHED, stock_unit="C62",
                pieces_factor=Decimal("0.1"),
            ),
        ]  # fmt: skip
        masterdata.bulk_save(ACTOR, [*places, *parties, *products])
        return plant

    def send(self, kind: Kind, **parts: object) -> Outcome:
        """Send one capture at the clock's time and move the clock on a minute."""
        request = self.request(kind, **parts)
        outcome = door.capture(ACTOR, request, clock=self.clock)
        self.clock.advance(timedelta(minutes=1))
        return outcome

    def request(self, kind: Kind, **parts: object) -> CaptureRequest:
        """Make a capture request at the clock's time."""
        told: dict[str, object] = {
            "client_id": str(uuid7()), "event_time": self.clock.now(), "offset": "+08:00", **parts,
        }  # fmt: skip
        return CaptureRequest(kind=kind, **told)  # type: ignore[arg-type]

    def receive(
        self, code: str, quantity: Measure | None = None, product: str = "RAW", place: str = "WH",
        **parts: object,
    ) -> UUID:  # fmt: skip
        """Receive a new lot and give its id."""
        new = NewObject(product=MasterRef(code=product), code=code)
        line = LineRequest(ObjectRef(new=new), quantity or kg(100))
        outcome = self.send(Kind.RECEIVE, outputs=(line,), place=MasterRef(code=place), **parts)
        return accepted(outcome).lots[-1].id

    def receive_from(self, code: str, supplier_code: str | None, quantity: int = 100) -> UUID:
        """Receive a new lot of a supplier's lot."""
        theirs = SupplierLotRef(MasterRef(code="S1"), supplier_code)
        new = NewObject(product=MasterRef(code="RAW"), code=code, supplier_lot=theirs)
        line = LineRequest(ObjectRef(new=new), kg(quantity))
        outcome = self.send(Kind.RECEIVE, outputs=(line,), place=MasterRef(code="WH"))
        return accepted(outcome).lots[-1].id

    def make(
        self, inputs: dict[str, int], outputs: dict[str, int], *, kind: Kind = Kind.TRANSFORM,
        product: str = "MIX", loss: int = 0, mode: Mode = Mode.COMMAND, **parts: object,
    ) -> Outcome:  # fmt: skip
        """Turn lots into new lots at LINE, all in kilograms."""
        return self.send(
            kind, inputs=used(inputs), outputs=made(outputs, product), mode=mode,
            losses=(LossRequest("trim", kg(loss)),) if loss else (),
            place=MasterRef(code="LINE"), **parts,
        )  # fmt: skip

    def pack(self, unit: str, contents: dict[str, int | None], new: bool = True) -> Outcome:
        """Pack lots (with quantity) or units (None) into a logistic unit."""
        ref = ObjectRef(new=NewObject(kind=ObjectKind.LOGISTIC_UNIT, code=unit))
        return self.send(
            Kind.PACK, unit=ref if new else ObjectRef(scan=unit), subjects=used(contents),
            place=MasterRef(code="WH"),
        )  # fmt: skip

    def unpack(self, unit: str, contents: dict[str, int | None] | None = None) -> Outcome:
        """Take things out of a unit; everything, where nothing is said."""
        return self.send(
            Kind.UNPACK, unit=ObjectRef(scan=unit), subjects=used(contents or {}),
            to_place=MasterRef(code="WH"),
        )  # fmt: skip

    def ship(
        self, contents: dict[str, int | None], customer: str = "C1", **parts: object
    ) -> Outcome:
        """Ship lots or units to a customer under an order."""
        return self.send(
            Kind.SHIP, subjects=used(contents), customer=MasterRef(code=customer),
            references=(Reference("order", "SO-1"),), **parts,
        )  # fmt: skip

    def move(self, contents: dict[str, int | None], to: str, **parts: object) -> Outcome:
        """Move lots or units to another place."""
        return self.send(Kind.MOVE, subjects=used(contents), to_place=MasterRef(code=to), **parts)

    def inspect(self, lot: str, verdict: Quality = Quality.CONFORMING, **parts: object) -> Outcome:
        """Inspect a lot with a verdict."""
        return self.send(Kind.INSPECT, subjects=used({lot: None}), verdict=verdict, **parts)

    def machine(self, code: str, model: TankModel | None = None) -> UUID:
        """Write down a machine, or a tank with its model."""
        draft = EquipmentDraft(code=code, name=code, tank_model=model)
        return masterdata.bulk_save(ACTOR, [draft])[0].id

    def about(
        self, kind: Kind, contents: dict[str, int | None], place: str | None = None, **parts: object
    ) -> Outcome:
        """Send what is said of lots in kilograms: counts, adjustments, samples, destruction."""
        at = {"place": MasterRef(code=place)} if place else {}
        return self.send(kind, subjects=used(contents), **at, **parts)

    def fill(self, tank: str, inputs: dict[str, int], **parts: object) -> Outcome:
        """Pour lots into a tank."""
        return self.send(Kind.FILL, tank=MasterRef(code=tank), inputs=used(inputs), **parts)

    def draw(
        self, tank: str, outputs: dict[str, int], product: str = "MIX", **parts: object
    ) -> Outcome:
        """Draw new lots from a tank to LINE."""
        return self.send(
            Kind.DRAW, tank=MasterRef(code=tank), outputs=made(outputs, product),
            place=MasterRef(code="LINE"), **parts,
        )  # fmt: skip

    def come_back(self, contents: dict[str, int | None], **parts: object) -> Outcome:
        """Take goods back from a customer into RET."""
        told: dict[str, object] = {"to_place": MasterRef(code="RET"), **parts}
        return self.send(Kind.RETURN, subjects=used(contents), **told)

    def left(self, code: str) -> dict[str, Decimal]:
        """Give how much of a lot lies where, by the holder's code."""
        state = lots.states([self.id_of(code)])[self.id_of(code)]
        found: dict[str, Decimal] = {}
        for holder, quantity in state.balances.items():
            shipment = state.shipments.get(holder.id)
            code = customer_code(shipment.customer) if shipment else holder_code(holder.id)
            found[code] = found.get(code, Decimal(0)) + quantity
        return found

    def id_of(self, code: str) -> UUID:
        """Give the id of the one thing with this code."""
        (found,) = lots.resolve([code])[code]
        return found


def used(contents: Mapping[str, int | None]) -> tuple[LineRequest, ...]:
    """Make lines that name lots by scan."""
    return tuple(
        LineRequest(ObjectRef(scan=code), kg(quantity) if quantity is not None else None)
        for code, quantity in contents.items()
    )


def made(outputs: dict[str, int], product: str) -> tuple[LineRequest, ...]:
    """Make lines that bring lots into being."""
    unit = "C62" if product == "CUP" else "KGM"
    return tuple(
        LineRequest(
            ObjectRef(new=NewObject(product=MasterRef(code=product), code=code)), kg(q, unit)
        )
        for code, q in outputs.items()
    )


def accepted(outcome: Outcome) -> Accepted:
    """Give an outcome that must have been accepted."""
    assert isinstance(outcome, Accepted), outcome
    return outcome


def refused(outcome: Outcome) -> Sequence[str]:
    """Give the codes of an outcome that must have been refused."""
    assert isinstance(outcome, Refused), outcome
    return [refusal.code for refusal in outcome.refusals]


def customer_code(customer: UUID | None) -> str:
    """Give the code of the transit place of whoever goods were shipped to."""
    known = masters.parties([customer] if customer else [])
    return f"TRANSIT:{known[customer].code}" if customer in known else "TRANSIT:?"


def holder_code(holder: UUID) -> str:
    """Give the code of a place, a tank or a unit."""
    machines = masters.equipment([holder])
    if holder in machines:
        return machines[holder].code

    places = masters.locations([holder])
    return places[holder].code if holder in places else lots.states([holder])[holder].code
