"""The complaint that opens the story: a case of blown cups comes back, and a sample is read."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from lotline.capture.records import LineRequest, ObjectRef
from lotline.demo.dispatch import Shipped
from lotline.demo.factory import Factory
from lotline.demo.filling import Filled
from lotline.demo.packing import CUPS_A_CASE, Case
from lotline.demo.plant import names
from lotline.demo.records import Truth
from lotline.demo.wording import amount, reading, ref, scan
from lotline.lots.events import Kind, Quality, Reference

_GERMS: Final = Decimal(2300)


def complain(
    factory: Factory,
    affected: Sequence[Filled],
    fruit_of: Mapping[str, tuple[str, ...]],
    shipped: Iterable[Shipped],
) -> Truth:
    """Let the customer complain; give what a trace from here has to find."""
    ours = {filled.lot for filled in affected}
    loads = [
        load for load in shipped if _lots(load) & ours and load.at <= factory.plot.before_end(0)
    ]
    first, case = _first_case(loads, affected[0].lot)
    number = _send_back(factory, case, first.customer)
    mixes = frozenset(filled.mix for filled in affected)
    return Truth(
        complaint=number, complaint_lot=case.filled.lot, supplier_lot=factory.plot.supplier_lot,
        fruit_lots=frozenset(lot for mix in mixes for lot in fruit_of[mix]), mix_lots=mixes,
        finished_lots=frozenset(ours), customers=frozenset(load.customer for load in loads),
    )  # fmt: skip


def _first_case(loads: Sequence[Shipped], lot: str) -> tuple[Shipped, Case]:
    return next(
        (load, case) for load in loads for case in load.pallet.cases if case.filled.lot == lot
    )


def _send_back(factory: Factory, case: Case, customer: str) -> str:
    """Take the cups back out of their case into the returns area, then read a sample."""
    came, read = factory.plot.before_end(3, 20), factory.plot.before_end(1, 10)
    number = f"TS-{came:%y%m%d}-01"
    papers, lot = (Reference("complaint", number),), case.filled.lot
    cups = LineRequest(
        ObjectRef(scan=lot), amount(CUPS_A_CASE, "C62"), unit=ObjectRef(scan=case.code)
    )
    factory.diary.note(
        Kind.RETURN, came, "quality", subjects=(cups,), place=ref("RETURNS"), to_place=ref("RETURNS"),
        customer=ref(customer), references=papers,
        note=f"客户投诉：蓝莓酸奶胀包，开盖有酒味。{names('customers')[customer]}退回 1 箱 48 杯。",
    )  # fmt: skip
    readings = (
        reading("yeast_mould", _GERMS, "CFU"),
        reading("ph", Decimal("4.05"), "Q30"),
        reading("seal", "胀包"),
    )
    factory.diary.note(
        Kind.INSPECT, read, "laboratory", subjects=(scan(lot),), place=ref("RETURNS"),
        readings=readings, verdict=Quality.NONCONFORMING, references=papers,
        note=f"退回样品复检：酵母霉菌 {_GERMS} CFU/g，超出上限 100，判不合格。原因待查。",
    )  # fmt: skip
    return number


def _lots(load: Shipped) -> set[str]:
    return {case.filled.lot for case in load.pallet.cases}
