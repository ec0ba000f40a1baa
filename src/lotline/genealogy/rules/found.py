"""What a walk finds, before names are put to it: ids, distances, rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lotline.genealogy.records import Direction, Incidence, Stay
from lotline.lots.events import Measure


@dataclass(frozen=True, slots=True)
class Walk:
    """A trace in bare ids.

    `back` and `forward` hold lots, `inner` and `outer` logistic units; the start is in none.
    `plain_only` are there because recorded times are not trusted, `possible` hang on something
    uncertain; `reasons` say why the answer is not complete or not exact, and on which lots.
    """

    start: UUID
    is_unit: bool
    direction: Direction
    back: dict[UUID, int] = field(default_factory=dict)
    forward: dict[UUID, int] = field(default_factory=dict)
    inner: dict[UUID, int] = field(default_factory=dict)
    outer: dict[UUID, int] = field(default_factory=dict)
    incidences: tuple[Incidence, ...] = ()
    stays: tuple[Stay, ...] = ()
    shipments: tuple["Shipment", ...] = ()
    possible: frozenset[UUID] = frozenset()
    plain_only: frozenset[UUID] = frozenset()
    plain_more: int = 0
    arrival: Mapping[UUID, datetime] = field(default_factory=dict)
    reasons: Mapping[str, frozenset[UUID]] = field(default_factory=dict)

    @property
    def drawn_back(self) -> bool:
        """Say whether the steps behind the start were asked for."""
        return self.direction != "forward"

    @property
    def drawn_forward(self) -> bool:
        """Say whether the steps ahead of the start were asked for."""
        return self.direction != "back"

    @property
    def lots(self) -> set[UUID]:
        """Give every lot of the answer."""
        return self.back.keys() | self.forward.keys()

    @property
    def units(self) -> set[UUID]:
        """Give every logistic unit of the answer."""
        return self.inner.keys() | self.outer.keys()


@dataclass(frozen=True, slots=True)
class Shipment:
    """A lot that left to a customer, by itself or inside the unit `via`."""

    event: UUID
    party: UUID | None
    lot: UUID | None
    via: UUID
    quantity: Measure | None
    packed_later: bool = False
