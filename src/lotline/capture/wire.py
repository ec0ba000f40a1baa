"""Captures as they come over the wire: one shape a kind, unknown fields refused.

Numbers are text or JSON numbers in plain notation; times carry their offset.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from lotline.access.kinds import Body

Text = Annotated[str, Field(min_length=1, max_length=200)]
Note = Annotated[str, Field(max_length=4000)]
Number = Annotated[str | int | Decimal, Field(union_mode="left_to_right")]
Moment = datetime


class MeasureBody(Body):
    """A quantity with its UN/CEFACT unit."""

    value: Number
    unit: Text


class NamedBody(Body):
    """A product, party, place or machine by id or code."""

    id: UUID | None = None
    code: Text | None = None


class SupplierLotBody(Body):
    """The maker's own lot number."""

    supplier: NamedBody
    code: Text | None = None


class NewBody(Body):
    """An object that comes into being; without a code it gets the next number of the day."""

    kind: Literal["lot", "item", "logistic_unit"] = "lot"
    product: NamedBody | None = None
    code: Text | None = None
    expires_on: date | None = None
    supplier_lot: SupplierLotBody | None = None


class ObjectBody(Body):
    """A lot or unit: by id, by scan, or new."""

    id: UUID | None = None
    scan: Text | None = None
    new: NewBody | None = None


class LineBody(Body):
    """One object's part in the event."""

    lot: ObjectBody
    quantity: MeasureBody | None = None
    second_quantity: MeasureBody | None = None
    place: NamedBody | None = None
    to_place: NamedBody | None = None
    unit: ObjectBody | None = None
    certainty: Literal["certain", "possible", "estimated"] = "certain"


class InputBody(LineBody):
    """Something that goes into a step."""

    role: Literal["input", "rework"] | None = None


class OutputBody(LineBody):
    """Something that comes out of a step."""

    role: Literal["output", "co_product", "by_product"] | None = None


class LossBody(Body):
    """Quantity that went nowhere, with its reason."""

    reason: Text
    quantity: MeasureBody
    role: Literal["waste", "loss"] = "waste"


class ReadingBody(Body):
    """A measured or observed value of one key data element."""

    kde: Text
    value: Number
    unit: Text | None = None


class ReferenceBody(Body):
    """A document or case that the event belongs to."""

    type: Text
    id: Text


class Told(Body):
    """What every capture may tell: when, where, who, why, how."""

    client_id: Annotated[str, Field(min_length=8, max_length=100)]
    mode: Literal["command", "fact"] = "command"
    event_time: Moment
    event_time_to: Moment | None = None
    precision: Literal["second", "minute", "hour", "day"] = "second"
    time_source: Literal["entered", "scan", "device", "paper"] = "entered"
    site: NamedBody | None = None
    place: NamedBody | None = None
    equipment: Annotated[list[NamedBody], Field(max_length=50)] = []
    run: Text | None = None
    operator: Text | None = None
    crew: Text | None = None
    owner: NamedBody | None = None
    measurements: Annotated[list[ReadingBody], Field(max_length=500)] = []
    references: Annotated[list[ReferenceBody], Field(max_length=50)] = []
    note: Note = ""


Inputs = Annotated[list[InputBody], Field(max_length=2000)]
Outputs = Annotated[list[OutputBody], Field(max_length=2000)]
Subjects = Annotated[list[LineBody], Field(max_length=2000)]
Losses = Annotated[list[LossBody], Field(max_length=100)]


class ReceiveBody(Told):
    """Goods came in."""

    kind: Literal["receive"]
    outputs: Outputs


class StepBody(Told):
    """Lots became other lots."""

    kind: Literal["transform", "split", "merge"]
    inputs: Inputs
    outputs: Outputs
    losses: Losses = []
    to_place: NamedBody | None = None


class ProcessBody(Told):
    """Lots went through a process together and stayed themselves."""

    kind: Literal["process"]
    subjects: Subjects


class InspectBody(Told):
    """Lots were inspected; the verdict stands until the next."""

    kind: Literal["inspect"]
    subjects: Subjects
    verdict: Literal["conforming", "nonconforming", "pending"]


class PackBody(Told):
    """Things were packed into a logistic unit."""

    kind: Literal["pack"]
    unit: ObjectBody
    subjects: Subjects


class UnpackBody(Told):
    """Things were taken out of a logistic unit; without subjects, everything."""

    kind: Literal["unpack"]
    unit: ObjectBody
    subjects: Subjects = []
    to_place: NamedBody | None = None


class MoveBody(Told):
    """Things went from place to place."""

    kind: Literal["move"]
    subjects: Subjects
    to_place: NamedBody | None = None


class ShipBody(Told):
    """Things left for a customer."""

    kind: Literal["ship"]
    subjects: Subjects
    customer: NamedBody


class ReturnBody(Told):
    """Things came back from a customer."""

    kind: Literal["return"]
    subjects: Subjects
    customer: NamedBody | None = None


AnyCapture = (
    ReceiveBody | StepBody | ProcessBody | InspectBody | PackBody | UnpackBody | MoveBody
    | ShipBody | ReturnBody
)  # fmt: skip
CaptureBody = Annotated[AnyCapture, Field(discriminator="kind")]


class BatchBody(Body):
    """Many captures in order: all or none, or each for itself."""

    mode: Literal["proceed", "rollback"] = "rollback"
    items: Annotated[list[Any], Field(min_length=1)]
