"""Plain reach: every input of an event with every output, every fill of a campaign with every draw.

It ignores all times and mixing models (GENEALOGY R7): what a recall may fall back on when clocks or
record keeping are in doubt.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from lotline.genealogy.rules.cycles import components
from lotline.genealogy.rules.flow.conversions import Conversion
from lotline.genealogy.rules.flow.mounts import Mounting, mounted_during
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Told
from lotline.lots.events import Kind, ObjectKind, Role

Node = Hashable


@dataclass(slots=True)
class Plain:
    """Lots and the knots – events, campaigns – that join them."""

    into: dict[UUID, set[Node]] = field(default_factory=lambda: defaultdict(set))
    out_of: dict[UUID, set[Node]] = field(default_factory=lambda: defaultdict(set))
    inputs: dict[Node, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    outputs: dict[Node, set[UUID]] = field(default_factory=lambda: defaultdict(set))

    def join(self, node: Node, inputs: Iterable[UUID], outputs: Iterable[UUID]) -> None:
        """Let everything that went into a knot be in everything that came out of it."""
        for lot in inputs:
            self.into[lot].add(node)
            self.inputs[node].add(lot)
        for lot in outputs:
            self.out_of[lot].add(node)
            self.outputs[node].add(lot)

    def forward(self, starts: Iterable[UUID]) -> set[UUID]:
        """Give every lot that the starts can be in."""
        return _walk(starts, self.into, self.outputs)

    def backward(self, starts: Iterable[UUID]) -> set[UUID]:
        """Give every lot that can be in the starts."""
        return _walk(starts, self.out_of, self.inputs)

    def on_loops(self) -> set[UUID]:
        """Give the lots that can be in themselves."""
        follows: dict[Node, list[Node]] = {lot: list(nodes) for lot, nodes in self.into.items()}
        for node, lots in self.outputs.items():
            follows[node] = list(lots)
        loops = (part for part in components(follows) if len(part) > 1)
        return {found for part in loops for found in part if isinstance(found, UUID)}


def plain_of(
    told: Sequence[Told],
    conversions: Iterable[Conversion],
    tanks: Mapping[UUID, Tank],
    mountings: Sequence[Mounting],
    hidden: frozenset[UUID],
) -> Plain:
    """Give plain reach over the events that the reader may see."""
    plain = Plain()
    for number, conversion in enumerate(conversions):
        plain.join(
            ("event", conversion.id, number),
            _known(_inputs(conversion, mountings, hidden)),
            _known(line.part.object for line in conversion.made if line.step.event not in hidden),
        )
    for tank in tanks.values():
        _join_campaigns(plain, tank, hidden)
    for row in told:
        if row.step.kind is Kind.ASSEMBLE and row.step.event not in hidden:
            _join_assembly(plain, row)
    return plain


def _inputs(
    conversion: Conversion, mountings: Sequence[Mounting], hidden: frozenset[UUID]
) -> Iterator[UUID | None]:
    for line in conversion.inputs:
        if line.step.event not in hidden:
            yield line.part.object
    named = {line.part.object for line in conversion.lines}
    for mounting, step in mounted_during(conversion, mountings):
        if mounting.lot not in named and not {mounting.event, step.event} & hidden:
            yield mounting.lot


def _join_campaigns(plain: Plain, tank: Tank, hidden: frozenset[UUID]) -> None:
    for booking in tank.story.bookings:
        entry = booking.entry
        if entry.event in hidden or entry.lot is None:
            continue
        node = ("campaign", tank.id, booking.campaign)
        filled = booking.layer is not None
        plain.join(node, [entry.lot] if filled else [], [] if filled else [entry.lot])


def _join_assembly(plain: Plain, row: Told) -> None:
    children = {
        part.object
        for part in row.step.parts
        if part.role is Role.CONTENT and part.object_kind is not ObjectKind.LOGISTIC_UNIT
    }
    parents = {part.object for part in row.step.parts if part.role is Role.PARENT}
    plain.join(("assembly", row.step.event), _known(children), _known(parents))


def _known(lots: Iterable[UUID | None]) -> list[UUID]:
    return [lot for lot in lots if lot is not None]


def _walk(
    starts: Iterable[UUID], onto: Mapping[UUID, set[Node]], beyond: Mapping[Node, set[UUID]]
) -> set[UUID]:
    sources = set(starts)
    seen, nodes, todo = set(sources), set(), list(sources)
    while todo:
        for node in onto.get(todo.pop(), ()):
            if node not in nodes:
                nodes.add(node)
                new = beyond.get(node, set()) - seen
                seen |= new
                todo.extend(new)
    return seen - sources
