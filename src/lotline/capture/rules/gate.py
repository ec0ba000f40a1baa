"""The gate: small checks read one frozen context; each gives the refusals that it finds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lotline.capture.records import Refusal
from lotline.capture.rules.setting import NamedRequest, PlannedLine, Setting
from lotline.lots.events import Kind, Role
from lotline.lots.records import ObjectState

USING_UP = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.REWORK, Kind.FILL})
BUILDING_IN = frozenset({Kind.ASSEMBLE, Kind.MOUNT})
MOVING_ON = USING_UP | BUILDING_IN | {Kind.PACK, Kind.MOVE, Kind.SHIP}
_TAKEN = frozenset({Role.INPUT, Role.REWORK, Role.SUBJECT, Role.CONTENT})


@dataclass(frozen=True, slots=True)
class GateContext:
    """What the gate may look at: the request, its planned lines, and what lies inside its units."""

    named: NamedRequest
    setting: Setting
    planned: tuple[PlannedLine, ...]

    @property
    def kind(self) -> Kind:
        """Give the kind of the event."""
        return self.named.request.kind

    @property
    def event_time(self) -> datetime:
        """Give when it happened."""
        return self.named.request.event_time

    def taken(self) -> Iterator[tuple[PlannedLine, ObjectState]]:
        """Give whatever is used, packed, moved or shipped: lots, units, and all inside them."""
        for entry in self.planned:
            if entry.existed and entry.line.role in _TAKEN:
                yield entry, entry.state
                for inside in self.setting.contents_of(entry.state.id):
                    yield entry, self.setting.states[inside]


Check = Callable[[GateContext], Iterator[Refusal]]


def decide(checks: Sequence[Check], context: GateContext) -> tuple[Refusal, ...]:
    """Run every check and give all that is wrong, each thing once."""
    found = [refusal for check in checks for refusal in check(context)]
    return tuple({(r.code, r.pointer, r.params.get("lot")): r for r in found}.values())
