"""The fold of one tank: layers by campaign, what each draw is made of, what is left (GENEALOGY R8).

A fill makes a layer, a draw takes from the layers by the tank's model. A campaign ends at a clearing
– what is left is booked as loss, reason *clean* – or at the first fill after the book reached zero.
More drawn than there is: the missing part is of unknown origin, and every fill of the campaign may be
in it. The tank holds one dimension; a line of another one, or without quantity, is linked only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from lotline.lots.folds.amount import part_of
from lotline.lots.folds.around import TankModel
from lotline.lots.folds.flow import Bucket, BucketKind
from lotline.lots.folds.mixing import DRAWING
from lotline.lots.folds.tank_entries import Entry, TankAct, open_order

_SAME: Final = Fraction(1)
CLEAN: Final = Bucket(BucketKind.LOSS, "clean")


class Given(NamedTuple):
    """What a layer gave: in the tank's base unit, and in the own unit of the lot filled in."""

    layer: int
    base: int
    own: int


@dataclass(slots=True)
class Layer:
    """What one fill left in the tank; `measured` if the book of the tank counts it."""

    entry: Entry
    campaign: int
    own: int
    base: int
    measured: bool


@dataclass(slots=True)
class TankBooking:
    """What one entry did: the layer it made, or what each layer gave, and which ones it may be of.

    `missing` was drawn beyond the book, `unbooked` could not be taken, both in base units; `linked`
    says that the line has no quantity which the tank can book.
    """

    entry: Entry
    campaign: int
    layer: int | None = None
    given: list[Given] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    missing: int = 0
    unbooked: int = 0
    gained: int = 0
    bucket: Bucket | None = None
    linked: bool = False
    unsure: bool = False


@dataclass(slots=True)
class TankStory:
    """A tank from its first entry to its last; `layers` keep what is left in them."""

    layers: list[Layer] = field(default_factory=list)
    bookings: list[TankBooking] = field(default_factory=list)


def fold_tank(entries: Sequence[Entry], model: TankModel = TankModel.MIXED) -> TankStory:
    """Fold all entries of a tank, given in the order of R2."""
    fold = _Fold(model)
    for entry, unsure in zip(entries, open_order(entries, model), strict=True):
        fold.take(entry, unsure)
    fold.widen()
    return fold.story


class _Fold:
    def __init__(self, model: TankModel) -> None:
        self.model = model
        self.story = TankStory()
        self.campaign = 0
        self.current: list[int] = []
        self.active: list[int] = []
        self.level = 0
        self.dimension: str | None = None
        self.emptied = False

    def take(self, entry: Entry, unsure: bool) -> None:
        """Fold one entry."""
        if entry.act is TankAct.FILL:
            booking = self._fill(entry, unsure)
        elif entry.act is TankAct.CLEAR:
            booking = self._clear(entry, unsure)
        elif entry.act is TankAct.DRAW:
            booking = self._draw(entry)
        else:
            booking = self._correct(entry, unsure)
        booking.unsure = unsure
        self.story.bookings.append(booking)

    def widen(self) -> None:
        """Let draws whose order is unknown be of all fills of their campaign up to their time."""
        layers = self.story.layers
        for booking in self.story.bookings:
            if booking.unsure and booking.entry.act is TankAct.DRAW:
                booking.sources = [
                    number
                    for number, layer in enumerate(layers)
                    if layer.campaign == booking.campaign
                    and layer.entry.time <= booking.entry.until
                ]

    def _fill(self, entry: Entry, unsure: bool) -> TankBooking:
        if self.emptied and self.current and not unsure and self._all_measured():
            self._begin()
        self.emptied = False
        measured = entry.amount is not None and self._fits(entry)
        base = entry.base if measured else 0
        self.current.append(len(self.story.layers))
        if base:
            self.active.append(self.current[-1])
            self.level += base
        self.story.layers.append(Layer(entry, self.campaign, entry.amount or 0, base, measured))
        return TankBooking(
            entry, self.campaign, layer=self.current[-1], gained=base, linked=not measured
        )

    def _draw(self, entry: Entry) -> TankBooking:
        booking = TankBooking(entry, self.campaign, bucket=entry.bucket)
        if entry.amount is None or not self._fits(entry):
            booking.linked, booking.sources = True, list(self.current)
            return booking
        booking.given, booking.missing = self._give(entry.base)
        self.emptied = self.level == 0
        whole = booking.missing > 0 or self.model is TankModel.MIXED
        gave = {given.layer for given in booking.given}
        booking.sources = [
            number
            for number in self.current
            if whole or number in gave or not self.story.layers[number].measured
        ]
        return booking

    def _clear(self, entry: Entry, unsure: bool) -> TankBooking:
        booking = TankBooking(entry, self.campaign, bucket=CLEAN)
        for number in self.current:
            layer = self.story.layers[number]
            if layer.own:
                booking.given.append(Given(number, layer.base, layer.own))
                layer.own = layer.base = 0
        self.active, self.level = [], 0
        if unsure:
            self.emptied = True
        else:
            self._begin()
        return booking

    def _correct(self, entry: Entry, unsure: bool) -> TankBooking:
        """Book a count or a signed difference: a loss by the model, or a layer of unknown origin."""
        if entry.amount is None or not self._fits(entry):
            return TankBooking(entry, self.campaign, linked=True)
        change = entry.base - (self.level if entry.act is TankAct.COUNT else 0)
        if change > 0:
            return self._fill(entry._replace(lot=None, amount=change, factor=_SAME), unsure)
        given, unbooked = self._give(-change)
        self.emptied = self.emptied or (change < 0 and self.level == 0)
        return TankBooking(
            entry, self.campaign, given=given, unbooked=unbooked, bucket=entry.bucket
        )

    def _give(self, wanted: int) -> tuple[list[Given], int]:
        """Take from the layers; give what each gave and what was not there."""
        left = [self.story.layers[number] for number in self.active]
        parts = DRAWING[self.model]([layer.base for layer in left], wanted)
        given = []
        for number, layer, base in zip(self.active, left, parts, strict=True):
            if base:
                own = part_of(layer.own, base, layer.base)
                layer.own, layer.base = layer.own - own, layer.base - base
                given.append(Given(number, base, own))
        if given:
            self.active = [number for number in self.active if self.story.layers[number].base]
        taken = sum(parts)
        self.level -= taken
        return given, wanted - taken

    def _fits(self, entry: Entry) -> bool:
        if self.dimension is None:
            self.dimension = entry.dimension
        return self.dimension == entry.dimension

    def _all_measured(self) -> bool:
        return all(self.story.layers[number].measured for number in self.current)

    def _begin(self) -> None:
        self.campaign += 1
        self.current, self.active, self.level = [], [], 0
        self.dimension = None
        self.emptied = False


def lots_left(story: TankStory) -> Iterable[tuple[int, Layer]]:
    """Give the layers that still hold something."""
    return ((number, layer) for number, layer in enumerate(story.layers) if layer.own)
