"""I4: quantity is conserved and never negative.

The sum of a lot's balances is what the recorded requests say, counted here from what the clients
sent and not from what the product made of it; exact decimals, units by their definition.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from tests.faults.checks.violation import Violation
from tests.faults.history import History
from tests.faults.stored import Stored

# How many kilograms or litres one of it is: the SI prefixes, nothing else.
FACTORS: Final = {"KGM": Decimal(1), "GRM": Decimal("0.001"), "TNE": Decimal(1000),
                  "LTR": Decimal(1), "MLT": Decimal("0.001"), "HLT": Decimal(100)}  # fmt: skip


def quantity_is_conserved(history: History, stored: Stored) -> Iterator[Violation]:
    """I4: each lot holds exactly what was put in less what was taken out, and nowhere less than 0."""
    expected = expected_balances(history, stored)
    for code in sorted(expected.keys() | stored.balances.keys()):
        found = stored.balances.get(code, ())
        if any(quantity < 0 for quantity in found):
            yield Violation("I4", f"lot {code} is negative somewhere: {list(map(str, found))}")
        if sum(found, Decimal(0)) != expected[code]:
            yield Violation(
                "I4", f"lot {code} holds {sum(found)}, the record says {expected[code]}"
            )


def expected_balances(history: History, stored: Stored) -> dict[str, Decimal]:
    """Count what every lot must hold after the recorded requests, each key once."""
    held = defaultdict[str, Decimal](Decimal)
    for key in stored.recorded_keys() & history.attempts.keys():
        body = history.attempts[key].body
        for line in body.get("outputs", ()):
            held[line["lot"]["new"]["code"]] += base_quantity(line)
        for line in body.get("inputs", ()):
            held[line["lot"]["scan"]] -= base_quantity(line)
    return held


def base_quantity(line: dict[str, Any]) -> Decimal:
    """Give a line's quantity in kilograms or litres."""
    quantity = line["quantity"]
    return Decimal(quantity["value"]) * FACTORS[quantity["unit"]]
