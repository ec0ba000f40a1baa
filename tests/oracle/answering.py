"""Answers every question of the vectors' format, slowly and plainly."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from . import account, reach
from .bodies import Hop
from .figures import figures_of, first_dimension, is_reached
from .fold import Fold
from .history import History, World, moment
from .measures import NOTHING, in_unit, show
from .reasons import is_complete, is_exact, written_reasons

Question = Mapping[str, Any]
Answer = Any
NOT_FOUND = {"error": "not_found"}


def answer(world: World, question: Question) -> Answer:
    """Answer one question about one world."""
    recorded, happened = question.get("recorded"), question.get("happened")
    plant = _plant(json.dumps(world, sort_keys=True, default=list), recorded, happened)
    return plant.answer(question)


@lru_cache(maxsize=64)
def _plant(world: str, recorded: str | None, happened: str | None) -> "Plant":
    return Plant(json.loads(world), recorded, happened)


class Plant:
    """One world as known at one time and happened until another."""

    def __init__(self, world: World, recorded: str | None, happened: str | None) -> None:
        """Understand the question's two times."""
        self.history = History(
            world, moment(recorded) if recorded else None, moment(happened) if happened else None
        )
        self._figures: dict[tuple[frozenset[str], datetime | None], Fold] = {}

    def answer(self, question: Question) -> Answer:
        """Answer what is asked."""
        hidden = frozenset(question.get("hide", ()))
        since = moment(question["since"]) if question.get("since") else None
        lots = question.get("lots", ())
        if any(lot not in self.fold.books.lots for lot in lots):
            return NOT_FOUND
        match question["what"]:
            case "edges":
                return self.edges()
            case "balances":
                return self.balances()
            case "findings":
                return self.findings(hidden)
            case "trace":
                until = moment(question["until"]) if question.get("until") else None
                return self.trace(lots, since, until, hidden)
            case "shares":
                return self.shares(lots, since)
            case "blast":
                return self.blast(lots, since, hidden)
        raise ValueError(question["what"])

    @cached_property
    def fold(self) -> Fold:
        """Give the books without suspects."""
        return Fold(self.history)

    @cached_property
    def full(self) -> Fold:
        """Give the books as known by now."""
        return self.fold if self.history.recorded is None else Fold(self.history.now)

    @cached_property
    def reasons(self) -> Mapping[str, set[str]]:
        """Give the reasons on each lot."""
        return written_reasons(self.fold, self.full)

    def edges(self) -> Answer:
        """Give [input, output, quantity of the input in its own unit], a row per event."""
        rows = [
            [source, target, None if quantity is None else self._own(source, quantity)]
            for source, target, quantity in self.fold.books.edges
        ]
        return sorted(rows, key=lambda row: (row[0], row[1], row[2] is None))

    def balances(self) -> Answer:
        """Give what lies where, by lot, in its own unit."""
        found: dict[str, dict[str, str]] = {}
        for code, lot in sorted(self.fold.books.lots.items()):
            rows: dict[str, Any] = {
                where if kind == "place" else f"sscc:{where}": quantity
                for (kind, where), quantity in lot.held.items()
            }
            for (customer, order, waybill, unit), shipment in lot.shipped.items():
                key = f"ship:{customer}/{order}/{waybill}" + (f"/{unit}" if unit else "")
                rows[key] = shipment.quantity
            for name, tank in self.fold.tanks.items():
                layers = [layer.quantity for layer in tank.layers if layer.lot == code]
                rows[f"tank:{name}"] = sum(layers, NOTHING)
            shown = {key: self._own(code, q) for key, q in sorted(rows.items()) if q}
            if shown:
                found[code] = shown
        return found

    def findings(self, hidden: frozenset[str]) -> Answer:
        """Give the plant-wide findings, in fold order."""
        books = self.fold.books
        disputed = [
            [event, code, self._own(code, quantity)]
            for (event, code), quantity in books.disputes.items()
            if event not in hidden
        ]
        return {
            "disputed": disputed,
            "yield_gaps": [
                [event, dimension, show(gap)]
                for event, dimension, gap in books.yield_gaps
                if event not in hidden
            ],
            "empty_units": [row for row in books.empty_units if row[0] not in hidden],
            "unknown_declarations": self.history.unknown_declarations,
        }

    def trace(
        self,
        lots: Iterable[str],
        since: datetime | None,
        until: datetime | None,
        hidden: frozenset[str],
    ) -> Answer:
        """Give both directions, time-respecting and plain, with reasons."""
        starts = set(lots)
        hops, plain, masked = self._visible(hidden)
        arrive = reach.arrivals(hops, starts, since)
        depart = reach.departures(hops, starts, until)
        forward, backward = set(arrive) - starts, set(depart) - starts
        surely = reach.arrivals(hops, starts, since, reach.surely_follows)
        surely_back = reach.departures(hops, starts, until, reach.surely_precedes)
        plainly = reach.plain(plain, starts), reach.plain(plain, starts, backward=True)
        codes = self._codes(starts | forward | backward, plain, masked)
        if masked & plainly[0].union(plainly[1]):
            codes.add("hidden")
        if len(reach.arrivals(hops, starts, since, strict=True)) < len(arrive) or len(
            reach.departures(hops, starts, until, strict=True)
        ) < len(depart):
            codes.add("order_ambiguous")
        possible = {"forward": forward - set(surely), "backward": backward - set(surely_back)}
        if possible["forward"] or possible["backward"]:
            codes.add("possible_link")
        return {
            "forward": sorted(forward),
            "backward": sorted(backward),
            "plain_forward": sorted(plainly[0] - starts),
            "plain_backward": sorted(plainly[1] - starts),
            "possible_forward": sorted(possible["forward"]),
            "possible_backward": sorted(possible["backward"]),
            "arrival": {lot: _time(arrive[lot]) for lot in sorted(forward)},
            **_flags(codes),
        }

    def shares(self, lots: Iterable[str], since: datetime | None) -> Answer:
        """Give the figures of R9: of every lot reached; of every lot that one lot comes from."""
        starts = frozenset(lots)
        fold = self._figure(starts, since)
        found: dict[str, Any] = {
            "dimension": first_dimension(fold),
            "forward": {
                lot: figures_of(fold, starts, lot)
                for lot in sorted(fold.books.lots)
                if lot not in starts and is_reached(fold, lot)
            },
        }
        if len(starts) == 1:
            (start,) = starts
            sources = set(reach.departures(self.fold.books.hops, starts)) - starts
            found["backward"] = {
                lot: figures_of(self._figure(frozenset({lot}), None), frozenset({lot}), start)
                for lot in sorted(sources)
            }
        return found

    def blast(self, lots: Iterable[str], since: datetime | None, hidden: frozenset[str]) -> Answer:
        """Give accounts, fate, units and reasons of the suspects and what they reach."""
        starts = frozenset(lots)
        fold = self._figure(starts, since)
        hops, plain, masked = self._visible(hidden)
        arrive = reach.arrivals(hops, starts, since)
        codes = self._codes(arrive, plain, masked)
        if len(reach.arrivals(hops, starts, since, strict=True)) < len(arrive):
            codes.add("order_ambiguous")
        if len(reach.arrivals(hops, starts, since, reach.surely_follows)) < len(arrive):
            codes.add("possible_link")
        scale = account.Scale(fold.books, starts)
        accounts = {}
        for lot in sorted(arrive):
            accounts[lot] = account.account(fold, lot, scale)
            if lot not in starts:
                accounts[lot]["share"] = figures_of(fold, starts, lot)["share"]
        return {
            "accounts": accounts,
            "fate": account.fate(fold, scale),
            "units": sorted(fold.books.affected_units),
            **_flags(codes),
        }

    def _figure(self, suspects: frozenset[str], since: datetime | None) -> Fold:
        key = (suspects, since)
        if key not in self._figures:
            arrive = reach.arrivals(self.fold.books.hops, suspects, since)
            self._figures[key] = Fold(self.history, suspects, since, arrive)
        return self._figures[key]

    def _visible(self, hidden: frozenset[str]) -> tuple[list[Hop], list[Hop], set[str]]:
        """Give the hops and plain hops a reader may see, and the lots where something is hidden."""
        books = self.fold.books
        masked = {code for event in hidden for code in books.touched.get(event, ())}
        hops = [hop for hop in books.hops if not hop.events & hidden]
        return hops, [hop for hop in books.plain if not hop.events & hidden], masked

    def _codes(self, lots: Iterable[str], plain: list[Hop], masked: set[str]) -> set[str]:
        found: set[str] = set()
        for lot in lots:
            found |= self.reasons.get(lot, set())
            if lot in masked:
                found.add("hidden")
        if any(reach.on_cycles(plain, lots).values()):
            found.add("cycle")
        return found

    def _own(self, code: str, base: Any) -> str:
        return show(in_unit(base, self.fold.books.lot(code).unit))


def _flags(codes: set[str]) -> dict[str, Any]:
    return {"codes": sorted(codes), "complete": is_complete(codes), "exact": is_exact(codes)}


def _time(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
