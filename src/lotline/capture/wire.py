"""Captures as they come over the wire: one shape a kind, unknown fields refused."""

from typing import Annotated, Any, Literal

from pydantic import Field

from lotline.access.kinds import Body
from lotline.capture.wire_parts import (
    Inputs,
    Losses,
    NamedBody,
    ObjectBody,
    Outputs,
    Subjects,
    Text,
    Told,
)


class ReceiveBody(Told):
    """Goods came in."""

    kind: Literal["receive"]
    outputs: Outputs


class StepBody(Told):
    """Lots became other lots."""

    kind: Literal["transform", "split", "merge", "rework"]
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
    """Things came back from a customer, as they were or as new lots, or went back to a supplier."""

    kind: Literal["return"]
    subjects: Subjects = []
    inputs: Inputs = []
    outputs: Outputs = []
    customer: NamedBody | None = None
    supplier: NamedBody | None = None
    to_place: NamedBody | None = None


class DestroyBody(Told):
    """Things were destroyed."""

    kind: Literal["destroy"]
    subjects: Subjects
    reason: Text | None = None


class SampleBody(Told):
    """Samples were taken and used up; a sample that is kept is a split."""

    kind: Literal["sample"]
    subjects: Subjects
    reason: Text = "sample"


class StockBody(Told):
    """The stock was counted (what is there), or put right by a difference."""

    kind: Literal["count", "adjust"]
    subjects: Subjects
    reason: Text | None = None


class AssembleBody(Told):
    """Parts were built into a thing that stays itself, as they do."""

    kind: Literal["assemble"]
    unit: ObjectBody
    subjects: Subjects


class DisassembleBody(Told):
    """Parts were taken out of an assembled thing; without subjects, all of them."""

    kind: Literal["disassemble"]
    unit: ObjectBody
    subjects: Subjects = []
    to_place: NamedBody | None = None


class MountBody(Told):
    """A reel, a roll or a tool was put on a machine, or taken off it."""

    kind: Literal["mount", "unmount"]
    subjects: Subjects


class FillBody(Told):
    """Lots were poured into a tank."""

    kind: Literal["fill"]
    tank: NamedBody
    inputs: Inputs


class DrawBody(Told):
    """Lots were drawn from a tank."""

    kind: Literal["draw"]
    tank: NamedBody
    outputs: Outputs
    to_place: NamedBody | None = None


class ClearBody(Told):
    """A tank was emptied and cleaned: what was in it is gone, and nothing is carried over."""

    kind: Literal["clear"]
    tank: NamedBody
    reason: Text | None = None


AnyCapture = (
    ReceiveBody | StepBody | ProcessBody | InspectBody | PackBody | UnpackBody | MoveBody
    | ShipBody | ReturnBody | DestroyBody | SampleBody | StockBody | AssembleBody
    | DisassembleBody | MountBody | FillBody | DrawBody | ClearBody
)  # fmt: skip
CaptureBody = Annotated[AnyCapture, Field(discriminator="kind")]


class BatchBody(Body):
    """Many captures in order: all or none, or each for itself."""

    mode: Literal["proceed", "rollback"] = "rollback"
    items: Annotated[list[Any], Field(min_length=1)]


class CorrectionBody(Body):
    """An event is declared in error; what really happened takes its place, if anything did."""

    client_id: Annotated[str, Field(min_length=8, max_length=100)]
    reason: Literal["did_not_occur", "incorrect_data", "other"]
    note: Annotated[str, Field(min_length=1, max_length=4000)]
    replacement: CaptureBody | None = None
