"""Figures of timeliness: every row follows from the ledger and from nothing else."""

from django.db import models


class DayLatency(models.Model):
    """How late the events of one day, kind and mode were recorded; sums, so that order is nothing."""

    pk = models.CompositePrimaryKey("day", "kind", "mode")
    day = models.DateField()
    kind = models.TextField()
    mode = models.TextField()
    n = models.BigIntegerField()
    sum_ms = models.BigIntegerField()
    max_ms = models.BigIntegerField()
    late = models.BigIntegerField()

    class Meta:
        db_table = "timeliness_day_latency"
