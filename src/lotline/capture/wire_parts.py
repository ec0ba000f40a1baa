"""What all captures are made of over the wire: names, quantities, lines, and what each may tell.

Numbers are text or JSON numbers in plain notation; times carry their offset.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
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
    """A lot or unit: by id, by scan, or new; by id and new only where a correction makes it anew."""

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
    quality: Literal["pending", "conforming", "conceded", "nonconforming"] | None = None
    owner: NamedBody | None = None


class InputBody(LineBody):
    """Something that goes into a step."""

    role: Literal["input", "rework"] | None = None


class OutputBody(LineBody):
    """Something that comes out of a step; `weight` is its declared part of what went in."""

    role: Literal["output", "co_product", "by_product"] | None = None
    weight: Number | None = None


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
