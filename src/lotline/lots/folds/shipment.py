"""The identity of a shipment: customer, order and waybill."""

from typing import Final
from uuid import uuid5

from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.around import Shipment
from lotline.lots.folds.step import Step

_SPACE: Final = uuid_of_uri("urn:lotline:shipment")


def shipment_named(step: Step) -> Shipment:
    """Give customer, order and waybill as the step names them."""
    return Shipment(step.customer, step.order, step.waybill)


def holder_of(shipment: Shipment) -> Holder:
    """Give what holds the goods of a shipment: the same for everything on it."""
    name = "\x1f".join("" if part is None else f"={part}" for part in shipment)
    return Holder(HolderKind.SHIPMENT, uuid5(_SPACE, name))


def shipment_of(step: Step) -> Holder:
    """Give the shipment that a step ships to."""
    return holder_of(shipment_named(step))
