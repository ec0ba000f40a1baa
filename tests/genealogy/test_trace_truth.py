"""The plain trace finds what a naive walk along every path finds: no more, no less, in any factory.

The trace with times is compared with an oracle in `flow/`; that the database finds all that it needs
is in `test_gathering.py`.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lotline.access.records import Actor
from lotline.genealogy import queries as genealogy
from lotline.genealogy.records import AsOf, Trace
from lotline.genealogy.rules.sketch import NOBODY
from tests.genealogy.factory import LOTS, UNITS, Happening, Walker, factories, id_of, record

pytestmark = pytest.mark.django_db
ACTOR = Actor.system("test")
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
PLAIN = AsOf(plain=True)
LOOKED_AT = st.sampled_from((*LOTS, "S0"))


class Factories(TestCase):
    """Every example begins with an empty plant."""

    @FEW
    @given(factories(), LOOKED_AT)
    def test_a_trace_of_a_lot_is_a_walk_along_every_path(
        self, history: list[Happening], lot: str
    ) -> None:
        record(history)
        walker = Walker(history)
        back, forward = walker.back({lot}) - {lot}, walker.forward({lot}) - {lot}
        found = genealogy.trace(ACTOR, id_of(lot), as_of=PLAIN)
        assert codes(found, "back") == back
        assert codes(found, "forward") == forward
        assert {unit.row.code for unit in found.units} == walker.ever_around({lot} | forward)
        assert genealogy.reach([id_of(lot)], "back") == {id_of(name) for name in back}
        gone = walker.shipped({lot} | forward)
        lots = {total.party.id: total.lots for total in found.customers}
        assert lots == {
            id_of(c): sum(customer == c for customer, _ in gone) for c in {c for c, _ in gone}
        }

    @FEW
    @given(factories(), st.sampled_from(UNITS))
    def test_a_trace_of_a_unit_begins_from_what_was_ever_inside(
        self, history: list[Happening], unit: str
    ) -> None:
        record(history)
        walker = Walker(history)
        inside = walker.ever_inside(unit)
        found = genealogy.trace(ACTOR, id_of(unit), as_of=PLAIN)
        lots = {name for name in inside if name in LOTS}
        assert codes(found, "back") == walker.back(lots)
        assert codes(found, "forward") == set()
        by_side = {(item.row.code, item.direction) for item in found.units}
        assert by_side == {(name, "back") for name in inside - lots} | {
            (name, "forward") for name in walker.ever_around({unit})
        }

    @FEW
    @given(factories(), LOOKED_AT)
    def test_what_is_behind_one_is_ahead_of_the_other(
        self, history: list[Happening], lot: str
    ) -> None:
        record(history)
        for other in genealogy.reach([id_of(lot)], "forward"):
            assert id_of(lot) in genealogy.reach([other], "back")

    @FEW
    @given(factories(), st.sampled_from((*LOTS, *UNITS)))
    def test_every_factory_can_be_drawn(self, history: list[Happening], start: str) -> None:
        record(history)
        drawn = genealogy.graph(ACTOR, id_of(start))
        folded = {node.id for node in drawn.nodes if node.type == "group"}
        opened = genealogy.graph(ACTOR, id_of(start), expand=frozenset(folded))
        shown = {node.lot.id for node in opened.nodes if node.lot} - {id_of(start)}
        found = genealogy.trace(ACTOR, id_of(start))
        assert shown == {item.row.id for item in (*found.lots, *found.units)}
        ids = {node.id for node in drawn.nodes}
        assert all(edge.source in ids and edge.target in ids for edge in drawn.edges)
        assert str(NOBODY) not in ids


def codes(found: Trace, way: str) -> set[str]:
    """Give the codes of the lots on one side of a trace."""
    return {item.row.code for item in found.lots if item.direction == way}
