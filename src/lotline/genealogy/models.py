"""Incidences of lots in events and stays of things in logistic units: derived, never typed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class EventItem(models.Model):
    """One line of an event, as the walk needs it.

    `side` is `in` or `out` where the line is part of a step from lots to lots, else `about`.
    `link` joins the lines of one step: the event, or the transformation that several events share.
    """

    pk = models.CompositePrimaryKey("event", "line")
    event = models.UUIDField()
    line = models.IntegerField()
    link = models.UUIDField()
    object = models.UUIDField()
    side = models.TextField()
    kind = models.TextField()
    role = models.TextField()
    quantity = models.DecimalField(max_digits=28, decimal_places=9, null=True)
    unit = models.TextField(null=True)
    disputed = models.DecimalField(max_digits=28, decimal_places=9)
    certainty = models.TextField()
    event_time = models.DateTimeField()
    version = models.BigIntegerField()
    parent = models.UUIDField(null=True)
    party = models.UUIDField(null=True)
    flags = ArrayField(models.TextField())

    class Meta:
        db_table = "genealogy_event_item"
        indexes = (
            models.Index(
                fields=["object", "link"], name="genealogy_made_by", condition=Q(side="out")
            ),
            models.Index(
                fields=["object", "link"], name="genealogy_used_by", condition=Q(side="in")
            ),
            models.Index(
                fields=["link", "object"], name="genealogy_inputs", condition=Q(side="in")
            ),
            models.Index(
                fields=["link", "object"], name="genealogy_outputs", condition=Q(side="out")
            ),
            models.Index(fields=["object", "kind"], name="genealogy_about"),
            models.Index(
                fields=["parent", "object"],
                name="genealogy_packing",
                condition=Q(parent__isnull=False),
            ),
        )


class Stay(models.Model):
    """A thing inside a logistic unit for an interval [starts, ends)."""

    pk = models.CompositePrimaryKey("unit", "child", "number")
    unit = models.UUIDField()
    child = models.UUIDField()
    number = models.IntegerField()
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    quantity = models.DecimalField(max_digits=28, decimal_places=9, null=True)
    measure = models.TextField(null=True)
    packed_by = models.UUIDField()
    unpacked_by = models.UUIDField(null=True)

    class Meta:
        db_table = "genealogy_stay"
        indexes = (models.Index(fields=["child"], name="genealogy_stay_child"),)
