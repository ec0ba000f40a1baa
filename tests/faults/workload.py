"""What the clients do all day: receive, make, move, in batches too, with decimals and changing units."""

import random
import threading
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final

from lotline.kernel.ids import uuid7
from tests.faults.history import Attempt

# family: raw product, made product, large unit, small unit
FAMILIES: Final = {
    "mass": ("RAW", "MIX", "KGM", "GRM"),
    "volume": ("MILK", "CREAM", "LTR", "MLT"),
}
MASTERS: Final = (
    ("sites", {"code": "P", "name": "厂"}),
    ("locations", {"code": "W", "name": "库", "kind": "stock"}),
    ("locations", {"code": "L", "name": "线", "kind": "process"}),
    ("products", {"code": "RAW", "name": "果料", "kind": "raw", "stock_unit": "KGM"}),
    ("products", {"code": "MIX", "name": "果酱", "kind": "intermediate", "stock_unit": "KGM"}),
    ("products", {"code": "MILK", "name": "奶", "kind": "raw", "stock_unit": "LTR"}),
    ("products", {"code": "CREAM", "name": "奶油", "kind": "intermediate", "stock_unit": "LTR"}),
)
_ZONE: Final = timezone(timedelta(hours=8))


class Workload:
    """Makes captures; knows which lots it may take from, but never how much is left in them."""

    def __init__(self, seed: int) -> None:
        self._chance, self._lock = random.Random(seed), threading.Lock()
        self._lots: list[tuple[str, str]] = []
        # Far enough in the past that a clock set back does not make it the future.
        self._time = datetime.now(_ZONE) - timedelta(days=40)

    def next(self) -> list[Attempt]:
        """Give what is to be sent next: one capture, or the items of a batch."""
        with self._lock:
            if self._chance.random() < 0.8 or not self._lots:
                return [self._step()]
            name, mode = f"batch-{uuid7()}", self._chance.choice(("proceed", "rollback"))
            items = [self._step() for _ in range(self._chance.randint(2, 5))]
            if self._chance.random() < 0.3:
                items.append(self.overdraw(*self._chance.choice(self._lots)))
            for item in items:
                item.batch, item.mode = name, mode
            return items

    def learn(self, attempts: list[Attempt]) -> None:
        """Take note of received lots that are certainly there."""
        found = [_received(attempt) for attempt in attempts if attempt.is_acknowledged]
        with self._lock:
            self._lots.extend(lot for lot in found if lot is not None)
            del self._lots[:-40]

    def receive(self, family: str, quantity: str, unit: str) -> Attempt:
        """Receive a new lot."""
        raw = FAMILIES[family][0]
        line = self._new_line(raw, f"R{uuid7()}", quantity, unit)
        return self._attempt("receive", place={"code": "W"}, outputs=[line])

    def use(self, code: str, family: str, quantity: str, unit: str) -> Attempt:
        """Make something of a part of a lot."""
        made = self._new_line(FAMILIES[family][1], f"M{uuid7()}", quantity, unit)
        line = {"lot": {"scan": code}, "quantity": {"value": quantity, "unit": unit}}
        return self._attempt("transform", place={"code": "L"}, inputs=[line], outputs=[made])

    def move(self, code: str, quantity: str, unit: str) -> Attempt:
        """Bring a part of a lot from the warehouse to the line."""
        line = {"lot": {"scan": code}, "quantity": {"value": quantity, "unit": unit},
                "place": {"code": "W"}}  # fmt: skip
        return self._attempt("move", subjects=[line], to_place={"code": "L"})

    def overdraw(self, code: str, family: str) -> Attempt:
        """Try to take more from a lot than there can be."""
        return self.use(code, family, "99999.5", FAMILIES[family][2])

    def amount(self, family: str, most: int) -> tuple[str, str]:
        """Give a quantity of at most so many kilograms or litres, now in this unit, now in that."""
        _, _, large, small = FAMILIES[family]
        grams = Decimal(self._chance.randint(1, most * 1_000_000)) / 1000
        if self._chance.random() < 0.5:
            return f"{grams:f}", small
        return f"{(grams / 1000):f}", large

    def _step(self) -> Attempt:
        family = self._chance.choice(tuple(FAMILIES))
        if len(self._lots) < 5 or self._chance.random() < 0.4:
            return self.receive(family, *self.amount(family, 50))
        code, family = self._chance.choice(self._lots)
        if self._chance.random() < 0.7:
            return self.use(code, family, *self.amount(family, 3))
        return self.move(code, *self.amount(family, 3))

    def _attempt(self, kind: str, **parts: Any) -> Attempt:
        key, self._time = f"k-{uuid7()}", self._time + timedelta(seconds=1)
        told = {"client_id": key, "kind": kind, "event_time": self._time.isoformat(), "note": key}
        return Attempt(key, {**told, **parts})

    def _new_line(self, product: str, code: str, quantity: str, unit: str) -> dict[str, Any]:
        return {
            "lot": {"new": {"product": {"code": product}, "code": code}},
            "quantity": {"value": quantity, "unit": unit},
        }


def _received(attempt: Attempt) -> tuple[str, str] | None:
    if attempt.body["kind"] != "receive":
        return None
    new = attempt.body["outputs"][0]["lot"]["new"]
    family = next(name for name, (raw, *_) in FAMILIES.items() if raw == new["product"]["code"])
    return new["code"], family
