"""One fold over the events that count, from the start, for one set of suspects."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from . import counting, making, moving, packing, returning, tanking
from .books import Books
from .history import Happening, History, Said, World
from .tanks import Campaign, Tank, tied_times

SIMPLE: Mapping[str, Callable[[Books, Happening], None]] = {
    "receive": moving.receive,
    "transform": making.transform,
    "split": making.transform,
    "merge": making.transform,
    "rework": making.transform,
    "pack": packing.pack,
    "unpack": packing.unpack,
    "move": moving.move,
    "ship": moving.ship,
    "return": returning.take_return,
    "destroy": moving.destroy,
    "sample": moving.destroy,
    "adjust": counting.adjust,
}
TANK: Mapping[str, Callable[[Books, Happening, Tank], None]] = {
    "fill": tanking.fill,
    "draw": tanking.draw,
    "clean": tanking.clean,
    "adjust": tanking.adjust_tank,
}


class Fold:
    """The books after all events, with the tanks."""

    def __init__(
        self,
        history: History,
        suspects: Iterable[str] = (),
        since: datetime | None = None,
        arrivals: Mapping[str, datetime] | None = None,
    ) -> None:
        """Fold everything."""
        self.history = history
        self.events = history.events
        world = history.world
        self.books = Books(world, own_units(world, self.events), suspects, since, arrivals)
        self.tanks = make_tanks(world, self.events)
        for event in self.events:
            self._apply(event)
        self.books.begin_suspicion(None)
        self._finish()

    def _apply(self, event: Happening) -> None:
        books = self.books
        books.begin_suspicion(event.start)
        for code in event.lots:
            books.lot(code)
        books.touched[event.id] |= event.lots
        if event.said.get("tank"):
            TANK[event.kind](books, event, self.tanks[event.said["tank"]])
        elif event.kind in SIMPLE:
            SIMPLE[event.kind](books, event)

    def _finish(self) -> None:
        """Draw the tanks' hops, and let reasons and touches follow them."""
        books = self.books
        books.plain += books.hops
        for _, tank in sorted(self.tanks.items()):
            for campaign in tank.campaigns:
                self._close(tank, campaign)
        for hop in books.hops + books.plain:
            for event in hop.events:
                books.touched[event] |= {hop.source, hop.target}
        for hop in books.hops:
            if not hop.certain:
                books.say("possible_link", hop.target)
        for code in sorted(books.lots):
            if code not in books.born:
                books.say("origin_unrecorded", code)
            if code in books.arrivals:
                held = books.lot(code).held
                books.affected_units |= {where for kind, where in held if kind == "unit"}

    def _close(self, tank: Tank, campaign: Campaign) -> None:
        books = self.books
        books.plain += campaign.plain()
        books.hops += campaign.hops(tank.model)
        for draw in campaign.draws:
            feeding = campaign.feeding(draw, tank.model)
            for fill in feeding:
                for reason in fill.reasons:
                    books.say(reason, draw.lot)
            for code in sorted({fill.lot for fill in feeding}):
                books.edges.append((code, draw.lot, draw.parts.get(code)))


def make_tanks(world: World, events: Iterable[Happening]) -> dict[str, Tank]:
    """Give every tank that the world or an event knows."""
    by_tank: dict[str, list[Happening]] = {code: [] for code in world.get("tanks", {})}
    for event in events:
        if event.said.get("tank"):
            by_tank.setdefault(event.said["tank"], []).append(event)
    models = {code: world.get("tanks", {}).get(code, {}).get("model") for code in by_tank}
    return {
        code: Tank(code, models[code], tied_times(models[code], these))
        for code, these in by_tank.items()
    }


def lines_of(said: Said) -> list[Said]:
    """Give everything in an event that may name a lot."""
    lines = [said, *said.get("inputs", ()), *said.get("outputs", ()), *said.get("children", ())]
    if said.get("as_lot"):
        lines.append({"lot": said["as_lot"], "unit": said.get("unit")})
    return [line for line in lines if line.get("lot")]


def own_units(world: World, events: Iterable[Happening]) -> dict[str, str]:
    """Give each lot's unit: the product's (`world["units"]`), else that of its first event."""
    found: dict[str, str] = dict(world.get("units", {}))
    for event in events:
        for line in lines_of(event.said):
            if line.get("unit"):
                found.setdefault(line["lot"], line["unit"])
    return found
