"""Which objects went into which step and came out of it: derived, never typed."""

from django.db import models
from django.db.models import Q


class EventItem(models.Model):
    """One line of an event, as the walk needs it: an edge between an object and a step.

    `side` is `in` or `out` where the line is part of a step from lots to lots, else `about`.
    `link` joins the lines of one step: the event, the transformation that several events share, or
    the campaign of a tank. `parent` is the unit that something was put into or taken out of. A
    `mounted` line says what stood ready at the machine of a step. What was declared in error stays,
    for questions about what was known before: the walk is wide, the fold prunes it.
    """

    pk = models.CompositePrimaryKey("event", "line")
    event = models.UUIDField()
    line = models.IntegerField()
    link = models.UUIDField()
    object = models.UUIDField()
    side = models.TextField()
    parent = models.UUIDField(null=True)
    mounted = models.BooleanField(default=False)

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
            models.Index(
                fields=["parent", "object"],
                name="genealogy_packing",
                condition=Q(parent__isnull=False),
            ),
            models.Index(
                fields=["object", "parent"],
                name="genealogy_packed_in",
                condition=Q(parent__isnull=False),
            ),
        )
