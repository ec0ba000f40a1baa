"""Tanks: layers by mixing model, campaigns, and the hops between fills and draws (R8)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from .bodies import Hop, Layer
from .history import Happening
from .measures import NOTHING, Amounts, add, part

FILLING, DRAWING, CLEANING = "fill", "draw", "clean"


@dataclass(frozen=True)
class Fill:
    """A lot that went in; `booked` is false without a usable quantity."""

    lot: str
    event: Happening
    booked: bool
    reasons: tuple[str, ...] = ()


@dataclass
class Draw:
    """A lot that came out: what gave to it, and which fills were before it."""

    lot: str
    event: Happening
    fills_before: int
    loose: bool
    gave: set[int] = field(default_factory=set)
    parts: dict[str, Fraction] = field(default_factory=dict)
    ambiguous: bool = False


@dataclass
class Campaign:
    """What happened between two ends: fills and draws."""

    fills: list[Fill] = field(default_factory=list)
    draws: list[Draw] = field(default_factory=list)

    @property
    def lots(self) -> set[str]:
        """Give every lot of the campaign."""
        return {fill.lot for fill in self.fills} | {draw.lot for draw in self.draws}

    def feeding(self, draw: Draw, model: str) -> list[Fill]:
        """Give the fills with a hop to this draw."""
        if draw.ambiguous:
            return [fill for fill in self.fills if fill.event.start <= draw.event.end]
        before = self.fills[: draw.fills_before]
        if model == "mixed" or draw.loose:
            return before
        return [f for i, f in enumerate(before) if i in draw.gave or not f.booked]

    def hops(self, model: str) -> Iterable[Hop]:
        """Give the time-respecting hops."""
        for draw in self.draws:
            for fill in self.feeding(draw, model):
                yield Hop(fill.lot, draw.lot, fill.event, draw.event)

    def plain(self) -> Iterable[Hop]:
        """Give every fill with every draw."""
        for draw in self.draws:
            for fill in self.fills:
                yield Hop(fill.lot, draw.lot, fill.event, draw.event)


class Tank:
    """One tank while it is folded."""

    def __init__(self, code: str, model: str | None, tied: set[datetime]) -> None:
        """Begin empty; `tied` are the times that two of its events share."""
        self.code = code
        self.is_declared = model is not None
        self.model = model or "mixed"
        self.tied = tied
        self.dimension: str | None = None
        self.layers: list[Layer] = []
        self.campaigns = [Campaign()]
        self.ambiguous = False

    @property
    def campaign(self) -> Campaign:
        """Give the campaign of the moment."""
        return self.campaigns[-1]

    @property
    def volume(self) -> Fraction:
        """Give the book quantity."""
        return sum((layer.quantity for layer in self.layers), NOTHING)

    def meet(self, event: Happening) -> bool:
        """Take note of an event's time; tell whether it stands alone."""
        alone = event.start not in self.tied
        self.ambiguous = self.ambiguous or not alone
        return alone

    def begin_if_empty(self) -> None:
        """End the campaign at the first fill after the book reached zero.

        Not while the order is ambiguous, nor while a fill without quantity may still be inside:
        that one links to all later draws, until a clean.
        """
        certain = all(fill.booked for fill in self.campaign.fills) and not self.ambiguous
        if certain and self.campaign.fills and not self.volume:
            self.end()

    def end(self) -> None:
        """Begin a new campaign."""
        self.campaigns.append(Campaign())

    def shares(self, quantity: Fraction) -> list[tuple[Layer, Fraction]]:
        """Say how much of each layer leaves with a quantity that is not above the book."""
        if self.model == "mixed":
            volume = self.volume
            return [(layer, quantity * layer.quantity / volume) for layer in self.layers]
        order = self.layers if self.model == "fifo" else self.layers[::-1]
        taken = []
        for layer in order:
            here = min(quantity, layer.quantity)
            quantity -= here
            if here:
                taken.append((layer, here))
        return taken

    def take(self, quantity: Fraction) -> list[tuple[Layer, Fraction, Amounts]]:
        """Take a quantity out, at most what the book has; give it by layer."""
        quantity = min(quantity, self.volume)
        taken = []
        for layer, here in self.shares(quantity) if quantity else []:
            amounts = part(layer.amounts, here / layer.quantity)
            add(layer.amounts, part(amounts, Fraction(-1)))
            taken.append((layer, here, amounts))
        for layer, here, _ in taken:
            layer.quantity -= here
        self.layers = [layer for layer in self.layers if layer.quantity]
        return taken


def tied_times(model: str | None, events: Iterable[Happening]) -> set[datetime]:
    """Find the times that events of one tank share so that their order matters."""
    kinds: dict[datetime, list[str]] = {}
    for event in events:
        kinds.setdefault(event.start, []).append(event.kind)
    harmless = ({FILLING}, {DRAWING}) if (model or "mixed") == "mixed" else ()
    return {time for time, these in kinds.items() if len(these) > 1 and set(these) not in harmless}
