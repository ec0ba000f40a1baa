"""What the walk in the database gathers is enough: answers are those of a fold of the whole plant."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lotline.genealogy.queries.folding import LATE_AFTER, fold_around
from lotline.genealogy.records import NOW, AsOf
from lotline.genealogy.rules.flow.world import World
from lotline.lots import queries as lots
from tests.genealogy.factory import LOTS, Happening, factories, id_of, record

pytestmark = pytest.mark.django_db
FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
LOOKED_AT = st.sampled_from((*LOTS, "S0"))


class Factories(TestCase):
    """Every example begins with an empty plant."""

    @FEW
    @given(factories(), LOOKED_AT)
    def test_a_trace_needs_nothing_that_was_not_gathered(
        self, history: list[Happening], lot: str
    ) -> None:
        record(history)
        start = id_of(lot)
        gathered = fold_around([start], NOW, back=True, forward=True, origins=True)
        whole = whole_plant(NOW)
        assert gathered.trace([start]) == whole.trace([start])
        assert gathered.shares([start]) == whole.shares([start])
        assert gathered.backward_shares(start) == whole.backward_shares(start)

    @FEW
    @given(factories(), LOOKED_AT)
    def test_a_blast_radius_needs_nothing_that_was_not_gathered(
        self, history: list[Happening], lot: str
    ) -> None:
        record(history)
        start = id_of(lot)
        gathered = fold_around([start], NOW, back=False, forward=True, origins=True)
        for plain in (False, True):
            assert gathered.blast([start], plain=plain) == whole_plant(NOW).blast(
                [start], plain=plain
            )


def whole_plant(as_of: AsOf) -> World:
    """Fold every step there is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event FROM lots_step")
        events = [event for (event,) in cursor.fetchall()]
    return World(
        lots.steps(events), lots.declarations(events), recorded=as_of.recorded,
        happened=as_of.happened, late_after=LATE_AFTER,
    )  # fmt: skip
