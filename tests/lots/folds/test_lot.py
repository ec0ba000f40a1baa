"""One lot through its life (GENEALOGY R4, R6)."""

from decimal import Decimal

from lotline.lots.events import HolderKind, Kind, Role
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.around import PlaceKind
from lotline.lots.folds.flow import BucketKind
from lotline.lots.folds.shipment import Shipment, holder_of

from .life import LINE, RET, WH, World, named, place, unit

C1, C2 = named("C1"), named("C2")


def received(quantity: object = 100) -> World:
    world = World()
    world.tell(Kind.RECEIVE, quantity, Role.OUTPUT, target=WH)
    return world


def test_more_shipped_than_there_is_is_disputed_and_the_customer_has_all_of_it() -> None:
    world = received(100)
    booking = world.tell(Kind.SHIP, 120, source=WH, customer=C1, order="O1", waybill="W1")
    assert decimal_of(booking.disputed) == 20
    assert world.lying == {holder_of(Shipment(C1, "O1", "W1")): 120}


def test_more_moved_than_there_is_moves_what_is_there() -> None:
    world = received(10)
    booking = world.tell(Kind.MOVE, 30, source=WH, target=LINE)
    assert decimal_of(booking.disputed) == decimal_of(booking.unbooked) == 20
    assert world.lying == {LINE: 10}


def test_a_place_left_out_is_the_only_one_or_the_first_by_code() -> None:
    world = received(6)
    assert not world.tell(Kind.DESTROY, 1, reason="scrap").flags
    world.tell(Kind.MOVE, 2, source=WH, target=LINE)
    assert world.tell(Kind.DESTROY, 4, reason="scrap").flags == {"place_assumed"}
    assert world.lying == {WH: 1}


def test_a_count_is_absolute_and_only_a_loss_without_reason_is_unexplained() -> None:
    world = received(100)
    explained = world.tell(Kind.COUNT, 95, source=WH, reason="count")
    assert explained.flows[0].destination == (BucketKind.LOSS, "count")
    bare = world.tell(Kind.COUNT, 94, source=WH)
    assert bare.flows[0].destination == (BucketKind.UNEXPLAINED, "")
    more = world.tell(Kind.COUNT, 96, source=WH, reason="found")
    assert more.flows[0].origin == (BucketKind.GAIN, "found")
    assert world.lying == {WH: 96}


def test_a_negative_adjustment_books_only_what_is_there() -> None:
    world = received(3)
    booking = world.tell(Kind.ADJUST, -5, source=WH, reason="spilt")
    assert decimal_of(booking.unbooked) == 2
    assert world.lying == {}


def test_goods_come_back_from_the_oldest_matching_shipment() -> None:
    world = received(30)
    world.tell(Kind.SHIP, 10, source=WH, customer=C1, waybill="W1")
    world.tell(Kind.SHIP, 15, source=WH, customer=C1, waybill="W2")
    world.tell(Kind.SHIP, 5, source=WH, customer=C2, waybill="W3")
    booking = world.tell(Kind.RETURN, 12, target=RET, customer=C1)
    assert booking.flags == {"shipment_assumed"}
    assert world.lying[RET] == 12
    assert world.lying[holder_of(Shipment(C1, None, "W2"))] == 13
    again = world.tell(Kind.RETURN, 20, target=RET, customer=C1)
    assert decimal_of(again.disputed) == 7
    assert not again.flags


def test_goods_on_a_pallet_come_back_from_the_pallet() -> None:
    world = received(30)
    world.pack("U1", 20)
    world.whole(Kind.SHIP, "U1", customer=C1, waybill="W1")
    world.tell(Kind.RETURN, 5, target=RET, customer=C1)
    assert world.lying == {WH: 10, unit("U1"): 15, RET: 5}


def test_goods_go_back_to_a_supplier_out_of_a_pallet() -> None:
    world = received(30)
    world.pack("U1", 20)
    booking = world.tell(Kind.RETURN, 6, source=unit("U1"), supplier=named("S1"))
    assert booking.flows[0].destination == (BucketKind.RETURNED_OUT, str(named("S1")))
    assert world.lying[unit("U1")] == 14


def test_what_comes_from_a_place_of_transit_is_moved_not_received() -> None:
    road = place("road")
    world = World({road.id: PlaceKind.TRANSIT})
    world.tell(Kind.RECEIVE, 8, Role.OUTPUT, target=road)
    booking = world.tell(Kind.RECEIVE, 10, source=road, target=WH)
    assert booking.flows[0].origin == road
    assert decimal_of(booking.disputed) == 2
    assert world.lying == {WH: 10}


def test_a_line_without_quantity_books_nothing() -> None:
    world = received(50)
    assert not world.tell(Kind.TRANSFORM, None, Role.INPUT, source=WH).flows
    assert world.lying == {WH: 50}


def test_what_is_filled_into_a_tank_belongs_to_the_tank() -> None:
    world = received(50)
    booking = world.tell(Kind.FILL, 30, Role.INPUT, source=WH, tank=named("K1"))
    assert getattr(booking.flows[0].destination, "kind", None) is HolderKind.TANK
    assert world.lying == {WH: 20}


def test_nine_decimals_are_exact() -> None:
    world = received("0.000000003")
    world.tell(Kind.DESTROY, "0.000000001", source=WH, reason="lab")
    assert world.lying == {WH: Decimal("0.000000002")}
