"""What the door itself keeps: refused attempts, and the running numbers of lot codes."""

from django.db import models


class Attempt(models.Model):
    """A command that the gate refused: quality data, never an event."""

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    actor = models.TextField()
    channel = models.TextField()
    client_id = models.TextField()
    kind = models.TextField()
    codes = models.JSONField()
    refusals = models.JSONField()
    body = models.JSONField()

    class Meta:
        db_table = "capture_attempt"
        indexes = (models.Index(fields=["-at", "id"], name="capture_attempt_recent"),)


class LotNumber(models.Model):
    """The last running number given out on a day."""

    day = models.TextField(primary_key=True)
    last = models.IntegerField()

    class Meta:
        db_table = "capture_lot_number"
