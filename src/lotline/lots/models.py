"""Tables of the present: every row follows from the ledger and from nothing else."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


def _quantity(**options: Any) -> Any:
    return models.DecimalField(max_digits=28, decimal_places=9, **options)


class TraceObject(models.Model):
    """A lot, supplier lot, item or logistic unit: one id space, one graph.

    `stay` is the holder of what a re-used unit has inside now, where that is not the unit itself.
    The `fold_…` columns are the place in the fold of the newest step that is booked on it.
    """

    id = models.UUIDField(primary_key=True)
    kind = models.TextField()
    code = models.TextField()
    uri = models.TextField(null=True)
    product = models.UUIDField(null=True)
    unit = models.TextField(null=True)
    supplier = models.UUIDField(null=True)
    supplier_lot = models.UUIDField(null=True)
    good_until = models.DateTimeField(null=True)
    expires_on = models.DateField(null=True)
    origin = models.TextField()
    born_event = models.UUIDField()
    made = _quantity(default=0)
    disputed = _quantity(default=0)
    quality = models.TextField(default="pending")
    quality_time = models.DateTimeField(null=True)
    quality_version = models.BigIntegerField(default=0)
    place = models.UUIDField(null=True)
    container = models.UUIDField(null=True)
    place_time = models.DateTimeField(null=True)
    place_version = models.BigIntegerField(default=0)
    first_event_time = models.DateTimeField()
    last_event_time = models.DateTimeField()
    version = models.BigIntegerField(default=0)
    stay = models.UUIDField(null=True)
    fold_time = models.DateTimeField(null=True)
    fold_tie = models.DateTimeField(null=True)
    fold_recorded = models.DateTimeField(null=True)
    fold_event = models.UUIDField(null=True)

    class Meta:
        db_table = "lots_trace_object"
        indexes = (
            models.Index(fields=["kind", "-first_event_time", "id"], name="lots_object_recent"),
            models.Index(fields=["product"], name="lots_object_product"),
            models.Index(fields=["supplier_lot"], name="lots_object_supplier_lot"),
            models.Index(fields=["supplier"], name="lots_object_supplier"),
            models.Index(
                fields=["container"],
                name="lots_object_container",
                condition=Q(container__isnull=False),
            ),
            models.Index(
                fields=["place"], name="lots_object_place", condition=Q(place__isnull=False)
            ),
            models.Index(fields=["good_until"], name="lots_object_good_until"),
            models.Index(fields=["stay"], name="lots_object_stay", condition=Q(stay__isnull=False)),
        )


class ObjectCode(models.Model):
    """A text by which an object is found: printed code, supplier's number, URI, element string."""

    pk = models.CompositePrimaryKey("code_key", "object")
    code_key = models.TextField()
    object = models.UUIDField()
    code = models.TextField()
    scheme = models.TextField()
    valid_from = models.DateTimeField()

    class Meta:
        db_table = "lots_object_code"
        indexes = (
            models.Index(
                fields=["code_key"], name="lots_code_prefix", opclasses=["text_pattern_ops"]
            ),
            models.Index(fields=["object"], name="lots_code_object"),
        )


class Balance(models.Model):
    """How much of a lot lies at one holder: a place, a unit that stands somewhere, a tank, a shipment.

    A shipment has the place in the fold of the step that opened it: the oldest comes back first.
    """

    pk = models.CompositePrimaryKey("object", "holder")
    object = models.UUIDField()
    holder = models.UUIDField()
    holder_kind = models.TextField()
    quantity = _quantity()
    opened_time = models.DateTimeField(null=True)
    opened_tie = models.DateTimeField(null=True)
    opened_recorded = models.DateTimeField(null=True)
    opened_event = models.UUIDField(null=True)

    class Meta:
        db_table = "lots_balance"
        constraints = (
            models.CheckConstraint(condition=Q(quantity__gte=0), name="lots_balance_not_negative"),
        )
        indexes = (
            models.Index(
                fields=["holder"], name="lots_balance_holder", condition=Q(quantity__gt=0)
            ),
        )


class HoldMark(models.Model):
    """One object under one hold; several holds may lie on one object."""

    pk = models.CompositePrimaryKey("hold", "object")
    hold = models.UUIDField()
    object = models.UUIDField()
    reason = models.TextField()
    note = models.TextField()
    held_event = models.UUIDField()
    held_at = models.DateTimeField()
    held_by = models.TextField()
    released_event = models.UUIDField(null=True)
    released_at = models.DateTimeField(null=True)
    released_by = models.TextField(null=True)
    release_note = models.TextField(null=True)

    class Meta:
        db_table = "lots_hold_mark"
        indexes = (
            models.Index(
                fields=["object"], name="lots_hold_open", condition=Q(released_event__isnull=True)
            ),
            models.Index(fields=["-held_at", "hold"], name="lots_hold_recent"),
        )


class EventReference(models.Model):
    """Which events belong to an order, a waybill, a complaint or another business document."""

    pk = models.CompositePrimaryKey("type", "ref_key", "event")
    type = models.TextField()
    ref_key = models.TextField()
    event = models.UUIDField()
    ref = models.TextField()
    event_time = models.DateTimeField()

    class Meta:
        db_table = "lots_event_reference"
        indexes = (
            models.Index(
                fields=["ref_key"], name="lots_reference_key", opclasses=["text_pattern_ops"]
            ),
            models.Index(fields=["type", "-event_time"], name="lots_reference_recent"),
            models.Index(fields=["event"], name="lots_reference_event"),
        )


class StepRow(models.Model):
    """An event as the folds read it; `declared_at` is when it was declared in error, if it was."""

    event = models.UUIDField(primary_key=True)
    kind = models.TextField()
    event_time = models.DateTimeField()
    until = models.DateTimeField()
    tie = models.DateTimeField()
    recorded = models.DateTimeField()
    link = models.UUIDField(null=True)
    tank = models.UUIDField(null=True)
    equipment = ArrayField(models.UUIDField())
    customer = models.UUIDField(null=True)
    supplier = models.UUIDField(null=True)
    order_ref = models.TextField(null=True)
    waybill = models.TextField(null=True)
    reason = models.TextField(null=True)
    place = models.UUIDField(null=True)
    site = models.UUIDField(null=True)
    run = models.TextField(null=True)
    operator = models.TextField(null=True)
    verdict = models.TextField(null=True)
    owner = models.UUIDField(null=True)
    replaces = models.UUIDField(null=True)
    declared_by = models.UUIDField(null=True)
    declared_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "lots_step"
        indexes = (
            models.Index(
                fields=["tank", "event_time"],
                name="lots_step_tank",
                condition=Q(tank__isnull=False),
            ),
            models.Index(fields=["link"], name="lots_step_link", condition=Q(link__isnull=False)),
            models.Index(fields=["run"], name="lots_step_run", condition=Q(run__isnull=False)),
            models.Index(
                fields=["event_time"],
                name="lots_step_mounting",
                condition=Q(kind__in=["mount", "unmount"]),
            ),
        )


class LineRow(models.Model):
    """One line of a step: an object, how much, from where and to where."""

    pk = models.CompositePrimaryKey("event", "number")
    event = models.UUIDField()
    number = models.IntegerField()
    role = models.TextField()
    object = models.UUIDField(null=True)
    object_kind = models.TextField()
    quantity = _quantity(null=True)
    unit = models.TextField(null=True)
    source_kind = models.TextField(null=True)
    source = models.UUIDField(null=True)
    target_kind = models.TextField(null=True)
    target = models.UUIDField(null=True)
    open_source = models.BooleanField()
    certainty = models.TextField()
    reason = models.TextField(null=True)
    weight = _quantity(null=True)
    quality = models.TextField(null=True)
    owner = models.UUIDField(null=True)
    flags = ArrayField(models.TextField())

    class Meta:
        db_table = "lots_line"
        indexes = (models.Index(fields=["object", "event"], name="lots_line_object"),)


class FlowRow(models.Model):
    """What a line books once folded: a quantity that went from one holder or account to another.

    It has its place in the fold. `sensitive` says that the booking looked at what was there, so that
    an earlier event which comes late may change it; such a line has a row even if it booked nothing.
    """

    pk = models.CompositePrimaryKey("object", "event", "number", "part")
    object = models.UUIDField()
    event = models.UUIDField()
    number = models.IntegerField()
    part = models.IntegerField()
    origin = models.TextField()
    origin_id = models.UUIDField(null=True)
    destination = models.TextField()
    destination_id = models.UUIDField(null=True)
    quantity = _quantity()
    reason = models.TextField()
    event_time = models.DateTimeField()
    tie = models.DateTimeField()
    recorded = models.DateTimeField()
    sensitive = models.BooleanField()

    class Meta:
        db_table = "lots_flow"
        indexes = (
            models.Index(fields=["object", "event_time"], name="lots_flow_in_time"),
            models.Index(
                fields=["object"], name="lots_flow_disputed", condition=Q(origin="disputed")
            ),
        )


class DeclarationRow(models.Model):
    """An event declared in error, which may itself not be here yet."""

    event = models.UUIDField(primary_key=True)
    declares = models.UUIDField()
    recorded = models.DateTimeField()
    reason = models.TextField(null=True)
    correctives = ArrayField(models.UUIDField())

    class Meta:
        db_table = "lots_declaration"
        indexes = (
            models.Index(fields=["declares"], name="lots_declared"),
            GinIndex(fields=["correctives"], name="lots_correctives"),
        )


class ShipmentRow(models.Model):
    """To whom goods left, on which order and waybill: a holder of quantities that have gone."""

    id = models.UUIDField(primary_key=True)
    customer = models.UUIDField(null=True)
    order_ref = models.TextField(null=True)
    waybill = models.TextField(null=True)
    place = models.UUIDField(null=True)

    class Meta:
        db_table = "lots_shipment"
        indexes = (models.Index(fields=["customer"], name="lots_shipment_customer"),)


class ReadingRow(models.Model):
    """A value measured or observed on an event."""

    pk = models.CompositePrimaryKey("event", "number")
    event = models.UUIDField()
    number = models.IntegerField()
    kde = models.TextField()
    value = models.DecimalField(max_digits=28, decimal_places=9, null=True)
    text = models.TextField(null=True)
    unit = models.TextField(null=True)
    within = models.BooleanField(null=True)

    class Meta:
        db_table = "lots_reading"
        indexes = (models.Index(fields=["kde", "event"], name="lots_reading_kde"),)


class PartRow(models.Model):
    """How much of a lot at one holder has one quality and one owner: the lot part of ISA-95."""

    pk = models.CompositePrimaryKey("object", "holder", "quality", "owner")
    object = models.UUIDField()
    holder = models.UUIDField()
    quality = models.TextField()
    owner = models.UUIDField()
    quantity = _quantity()

    class Meta:
        db_table = "lots_part"
        constraints = (
            models.CheckConstraint(condition=Q(quantity__gte=0), name="lots_part_not_negative"),
        )


class TurnRow(models.Model):
    """Where a stay of a logistic unit stands from a step on; a re-used unit has several stays."""

    pk = models.CompositePrimaryKey("stay", "number")
    stay = models.UUIDField()
    number = models.IntegerField()
    unit = models.UUIDField()
    stay_number = models.IntegerField()
    event_time = models.DateTimeField()
    tie = models.DateTimeField()
    recorded = models.DateTimeField()
    event = models.UUIDField()
    holder_kind = models.TextField()
    holder = models.UUIDField()

    class Meta:
        db_table = "lots_turn"
        indexes = (models.Index(fields=["unit"], name="lots_turn_unit"),)
