"""The vectors' JSON worlds as steps of ours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from lotline.kernel.units import UNITS
from lotline.lots.events import Certainty, Holder, HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.around import PlaceKind, Plant, TankModel
from lotline.lots.folds.effective import effective
from lotline.lots.folds.step import Declaration, Part, Step

Json = dict[str, Any]
_KINDS = {"clean": Kind.CLEAR}
_TRANSFORMING = frozenset({"transform", "split", "merge", "rework"})


def name_id(sort: str, name: str) -> UUID:
    """The id of a name in a vector."""
    return uuid5(NAMESPACE_URL, f"{sort}:{name}")


def at(text: str) -> datetime:
    """A time of a vector."""
    return datetime.fromisoformat(text).astimezone(UTC)


@dataclass
class Names:
    """Ids of a world and what they are called."""

    known: dict[UUID, str] = field(default_factory=dict)

    def __call__(self, sort: str, name: str) -> UUID:
        """Give the id of a name, and remember the name."""
        found = name_id(sort, name)
        self.known[found] = name
        return found


@dataclass
class Read:
    """A world as the folds read it."""

    steps: list[Step]
    declarations: list[Declaration]
    plant: Plant
    names: Names
    late_after: timedelta | None


def read(world: Json, recorded: datetime | None, happened: datetime | None) -> Read:
    """Read a world; own units are those of the first event that counts, so they depend on as-of."""
    names = Names()
    steps, said = [], []
    for position, event in enumerate(world["events"]):
        if event["kind"] == "correct":
            said.append(_declaration(event, names))
        else:
            steps.append(_step(event, position, names))
    units = {names("lot", lot): unit for lot, unit in world.get("units", {}).items()}
    for lot, unit in _own_units(effective(steps, said, recorded, happened).steps).items():
        units.setdefault(lot, unit)
    for step in effective(steps, said).steps:
        for part in step.parts:
            if part.object and part.unit:
                units.setdefault(part.object, part.unit)
    late = world.get("late_after_hours")
    return Read(
        [_in_own_units(step, units) for step in steps], said, _plant(world, names), names,
        None if late is None else timedelta(hours=late),
    )  # fmt: skip


def _plant(world: Json, names: Names) -> Plant:
    places = {names("place", name): row for name, row in world["places"].items()}
    return Plant(
        {place: names.known[place] for place in places},
        {place: PlaceKind(row["kind"]) for place, row in places.items()},
        {
            names("tank", name): TankModel(row["model"])
            for name, row in world.get("tanks", {}).items()
            if row.get("model")
        },
    )


def _own_units(steps: Iterable[Step]) -> dict[UUID, str]:
    units: dict[UUID, str] = {}
    for step in steps:
        for part in step.parts:
            if part.object is not None and part.unit is not None:
                units.setdefault(part.object, part.unit)
    return units


def _in_own_units(step: Step, units: Mapping[UUID, str]) -> Step:
    return replace(step, parts=tuple(_in_own(part, units) for part in step.parts))


def _in_own(part: Part, units: Mapping[UUID, str]) -> Part:
    own = units.get(part.object) if part.object else part.unit
    if part.unit is None or own is None or part.unit == own:
        return part
    have, want = UNITS[part.unit], UNITS[own]
    if have.dimension != want.dimension:
        said = {"unit_mismatch"} if part.quantity is not None else set()
        return replace(part, quantity=None, unit=own, flags=part.flags | said)
    quantity = part.quantity
    if quantity is not None:
        quantity = quantity * have.factor / want.factor
    return replace(part, quantity=quantity, unit=own)


def _declaration(event: Json, names: Names) -> Declaration:
    return Declaration(
        names("event", event["declares"]), at(event.get("recorded", event["time"])),
        names("event", event["id"]), event.get("reason"),
        tuple(names("event", name) for name in event.get("corrective", ())),
    )  # fmt: skip


def _step(event: Json, position: int, names: Names) -> Step:
    time = at(event["time"])
    kind = event["kind"]
    if kind == "adjust" and "counted" in event:
        kind = "count"
    return Step(
        event=names("event", event["id"]),
        kind=_KINDS.get(kind) or Kind(kind),
        time=time,
        until=at(event["until"]) if event.get("until") else time,
        tie=datetime(2000, 1, 1, tzinfo=UTC) + timedelta(microseconds=position),
        recorded=at(event.get("recorded", event["time"])),
        parts=tuple(replace(p, number=n) for n, p in enumerate(_parts(event, names), start=1)),
        link=names("link", event["link"]) if event.get("link") else None,
        tank=names("tank", event["tank"]) if event.get("tank") else None,
        equipment=tuple(names("equipment", name) for name in event.get("equipment", ())),
        customer=names("customer", event["customer"]) if event.get("customer") else None,
        supplier=names("supplier", event["supplier"]) if event.get("supplier") else None,
        order=event.get("order"),
        waybill=event.get("waybill"),
        reason=event.get("reason"),
        place=names("place", event["place"]) if event.get("place") else None,
    )


def _parts(event: Json, names: Names) -> Iterator[Part]:
    kind = event["kind"]
    if kind in _TRANSFORMING or "inputs" in event or "outputs" in event:
        yield from (_taken(line, Role.INPUT, names) for line in event.get("inputs", ()))
        yield from (_made(line, names) for line in event.get("outputs", ()))
    elif kind in {"pack", "unpack", "assemble", "disassemble"}:
        yield from _packed(event, names)
    elif kind == "return" and "as_lot" in event:
        yield replace(_line(event, Role.INPUT, names), open_source=True)
        made = {**event, "lot": event["as_lot"]}
        yield replace(_line(made, Role.OUTPUT, names), target=_place(event, "place", names))
    elif "lot" in event or "sscc" in event or kind == "adjust":
        yield _single(event, names)


def _single(event: Json, names: Names) -> Part:
    kind = event["kind"]
    if kind in {"receive", "draw"}:
        line = _line(event, Role.OUTPUT if "lot" in event else Role.SUBJECT, names)
        return replace(line, target=_place(event, "place", names))
    if kind == "fill":
        return _taken(event, Role.INPUT, names)
    if kind == "adjust":
        value = event["counted"] if "counted" in event else event["delta"]
        line = _line({**event, "quantity": value}, Role.SUBJECT, names)
        return replace(line, source=_place(event, "place", names), open_source="place" not in event)
    line = _line(event, Role.SUBJECT, names)
    if kind == "return" and "supplier" not in event:
        unit = _inside(event, names) if "lot" in event else None
        return replace(line, source=unit, target=_place(event, "place", names))
    return replace(
        _taken(event, Role.SUBJECT, names) if "lot" in event else line,
        target=_place(event, "to", names),
    )


def _packed(event: Json, names: Names) -> Iterator[Part]:
    unit = names("sscc", event["sscc"])
    yield Part(0, Role.PARENT, unit, ObjectKind.LOGISTIC_UNIT, target=_place(event, "place", names))
    for child in event.get("children", ()):
        if event["kind"] == "pack":
            target = Holder(HolderKind.UNIT, unit)
            yield replace(_taken(child, Role.CONTENT, names), target=target)
        else:
            line = _line(child, Role.CONTENT, names)
            yield replace(
                line, source=Holder(HolderKind.UNIT, unit),
                target=_place(child, "place", names) or _place(event, "place", names),
            )  # fmt: skip


def _taken(line: Json, role: Role, names: Names) -> Part:
    source = _inside(line, names) if "lot" in line else None
    source = source or _place(line, "place", names)
    return replace(_line(line, role, names), source=source, open_source=source is None)


def _made(line: Json, names: Names) -> Part:
    if "waste" in line:
        return replace(_line(line, Role.WASTE, names), reason=line["waste"])
    return replace(_line(line, Role.OUTPUT, names), target=_place(line, "place", names))


def _line(line: Json, role: Role, names: Names) -> Part:
    quantity = line.get("quantity")
    lot = names("lot", line["lot"]) if "lot" in line else None
    unit = names("sscc", line["sscc"]) if "sscc" in line and lot is None else None
    return Part(
        0, role, lot or unit, ObjectKind.LOGISTIC_UNIT if unit else ObjectKind.LOT,
        None if quantity is None else Decimal(quantity), line.get("unit"),
        weight=Decimal(line["weight"]) if line.get("weight") is not None else None,
        certainty=Certainty(line.get("certainty", "certain")), reason=line.get("reason"),
    )  # fmt: skip


def _inside(line: Json, names: Names) -> Holder | None:
    return Holder(HolderKind.UNIT, names("sscc", line["sscc"])) if line.get("sscc") else None


def _place(line: Json, key: str, names: Names) -> Holder | None:
    return Holder(HolderKind.PLACE, names("place", line[key])) if line.get(key) else None
