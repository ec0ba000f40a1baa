"""Tables of the present: every row follows from the ledger and from nothing else."""

from typing import Any

from django.db import models
from django.db.models import Q


def _quantity(**options: Any) -> Any:
    return models.DecimalField(max_digits=28, decimal_places=9, **options)


class TraceObject(models.Model):
    """A lot, supplier lot, item or logistic unit: one id space, one graph."""

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
    """How much of a lot lies at one holder: a place, or a logistic unit that stands somewhere."""

    pk = models.CompositePrimaryKey("object", "holder")
    object = models.UUIDField()
    holder = models.UUIDField()
    holder_kind = models.TextField()
    quantity = _quantity()

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
