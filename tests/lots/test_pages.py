"""A lot's page, its events, an event's page and its proof."""

from uuid import UUID, uuid4

import pytest

from lotline.capture.records import Mode
from lotline.kernel.errors import NotFound
from lotline.ledger import queries as ledger
from lotline.lots import queries as lots
from lotline.lots.records import EventRow
from lotline.quality import operations as quality
from lotline.quality import queries as decisions
from tests.plant import ACTOR, Plant

pytestmark = pytest.mark.django_db


def rows_of(lot: UUID, limit: int = 50) -> list[EventRow]:
    return list(lots.lot_events(ACTOR, lot, limit).items)


def test_a_lots_page_says_where_it_lies(plant: Plant) -> None:
    page = lots.lot(ACTOR, plant.id_of("M-1"))
    held = {row.holder.code: (row.holder.kind, row.quantity.value) for row in page.balances}
    assert held == {"LINE": ("place", "20"), "P-1": ("unit", "30"), "P-2": ("unit", "20")}
    assert page.codes == ("M-1",) and page.container is None and page.disputed is None


def test_a_pallets_page_says_what_is_inside_and_since_when(plant: Plant) -> None:
    [inside] = lots.lot(ACTOR, plant.id_of("P-2")).contents
    assert inside.quantity is not None and inside.since is not None
    assert (inside.lot.code, inside.quantity.value) == ("M-1", "20")


def test_a_hold_on_the_suppliers_lot_shows_on_ours_until_released(plant: Plant) -> None:
    theirs = plant.id_of("K_100%")
    hold = quality.hold_lots(ACTOR, lots_held=[theirs], reason="complaint", client_id="hold-0001")
    [card] = lots.lot(ACTOR, plant.id_of("R-1")).holds
    assert card.inherited_from is not None and card.released_at is None
    assert (card.id, card.inherited_from.id) == (hold.hold_id, theirs)
    assert [row.id for row in decisions.list_holds(ACTOR, open_only=True).items] == [hold.hold_id]
    assert lots.count_open_holds() == 1
    quality.release_lots(ACTOR, hold=hold.hold_id, note="合格", client_id="release-0001")
    [card] = lots.lot(ACTOR, plant.id_of("R-1")).holds
    assert card.release_note == "合格"
    assert decisions.list_holds(ACTOR, open_only=True).items == ()
    [row] = decisions.list_holds(ACTOR, open_only=False).items
    assert [lot.code for lot in row.lots] == ["K_100%"] and row.released_at is not None


def test_holds_come_in_pages(plant: Plant) -> None:
    lot = plant.id_of("R-2")
    for number in range(3):
        quality.hold_lots(ACTOR, lots_held=[lot], reason="other", client_id=f"hold-000{number}")
    first = decisions.list_holds(ACTOR, limit=2)
    rest = decisions.list_holds(ACTOR, limit=2, cursor=first.next)
    assert len({row.id for row in (*first.items, *rest.items)}) == 3 and rest.next is None


def test_each_event_is_told_from_the_lots_side(plant: Plant) -> None:
    told = {row.kind: row for row in rows_of(plant.id_of("M-1"))}
    assert list(told) == ["inspect", "pack", "transform"]
    made = told["transform"]
    assert made.quantity is not None
    assert (made.role, made.quantity.value, made.place) == ("output", "70", "LINE")
    assert {lot.code for lot in made.counterparties} == {"R-1", "R-2"}
    assert told["pack"].role == "content"
    assert [lot.code for lot in told["pack"].counterparties] == ["P-1"]
    assert told["inspect"].note == "胀包"
    [used, received] = rows_of(plant.id_of("R-1"))
    assert (used.role, received.role) == ("input", "output")
    assert [lot.code for lot in used.counterparties] == ["M-1"]
    assert [lot.code for lot in received.counterparties] == ["K_100%"]
    assert rows_of(plant.id_of("P-1"))[0].customer == "C1"


def test_a_lots_events_come_in_pages(plant: Plant) -> None:
    lot = plant.id_of("M-1")
    first = lots.lot_events(ACTOR, lot, 3)
    rest = lots.lot_events(ACTOR, lot, 3, first.next)
    assert [r.id for r in (*first.items, *rest.items)] == [r.id for r in rows_of(lot)]


def test_the_latest_events_are_filtered_and_paged(plant: Plant) -> None:
    assert [e.kind for e in lots.recent_events(ACTOR, limit=2).items] == ["inspect", "ship"]
    assert len(lots.recent_events(ACTOR, kind="pack", mode="command").items) == 2
    assert lots.recent_events(ACTOR, mode="fact").items == ()
    assert lots.recent_events(ACTOR, flag="supplier_lot_missing").items == ()
    first = lots.recent_events(ACTOR, limit=4)
    rest = lots.recent_events(ACTOR, limit=4, cursor=first.next)
    assert len({e.id for e in (*first.items, *rest.items)}) == 7 and rest.next is None


def test_a_flag_is_found_only_where_it_is_a_flag(plant: Plant) -> None:
    plant.make({"R-2": 400}, {"M-3": 400}, mode=Mode.FACT)
    plant.receive("R-4", note='"disputed" "mode":"fact"')
    [flagged] = lots.recent_events(ACTOR, flag="disputed").items
    assert "M-3" in {lot.code for lot in flagged.counterparties} and "stock.short" in flagged.flags
    assert [row.id for row in lots.recent_events(ACTOR, mode="fact").items] == [flagged.id]
    line = next(line for line in lots.event(ACTOR, flagged.id).lines if line.role == "input")
    assert line.disputed is not None and line.disputed.value == "360"


def test_an_events_page_names_places_units_and_its_place_in_the_chain(plant: Plant) -> None:
    packed = lots.recent_events(ACTOR, kind="pack", limit=1).items[0]
    page = lots.event(ACTOR, packed.id)
    content = next(line for line in page.lines if line.role == "content")
    assert (content.source, content.target) == ("LINE", "P-2")
    assert page.chain.stream_seq >= 1 and page.site == "一厂"
    assert page.row.event_time.utcoffset() is not None


def test_an_event_proves_itself(plant: Plant) -> None:
    for stored in ledger.recent(limit=7):
        proof = lots.verify_event(ACTOR, stored.event_id)
        assert proof.ok and proof.hash == proof.recomputed, proof
        names = [check.name for check in proof.checks]
    assert names == ["payload", "link_back", "link_forward", "head", "order", "projection"]


def test_nothing_is_said_of_what_is_not_there(plant: Plant) -> None:
    for ask in (lots.lot, lots.lot_events, lots.event, lots.verify_event):
        with pytest.raises(NotFound):
            ask(ACTOR, uuid4())
