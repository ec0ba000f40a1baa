"""The ledger's tables: events and their order are append-only, guarded by the database itself."""

from django.db import models


class Event(models.Model):
    """One event: the exact text that was hashed, with its place in a stream."""

    event_id = models.UUIDField(primary_key=True)
    kind = models.TextField()
    stream = models.TextField()
    stream_seq = models.BigIntegerField()
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    alg = models.CharField(max_length=16)
    actor = models.TextField()
    device = models.TextField(null=True)
    event_time = models.DateTimeField()
    record_time = models.DateTimeField()
    spec_version = models.TextField(null=True)
    subjects = models.TextField()
    payload = models.TextField()

    class Meta:
        db_table = "ledger_event"
        constraints = (
            models.UniqueConstraint(fields=["stream", "stream_seq"], name="ledger_event_in_stream"),
        )
        indexes = (
            models.Index(fields=["-record_time", "event_id"], name="ledger_event_recent"),
            models.Index(fields=["kind", "-record_time"], name="ledger_event_kind"),
        )


class EventSubject(models.Model):
    """Which version of a subject an event made."""

    pk = models.CompositePrimaryKey("subject", "version")
    subject = models.TextField()
    version = models.BigIntegerField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT)

    class Meta:
        db_table = "ledger_event_subject"


class EventOrder(models.Model):
    """The one gap-free order of all committed events."""

    position = models.BigIntegerField(primary_key=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT)

    class Meta:
        db_table = "ledger_event_order"


class Unordered(models.Model):
    """Events that wait for their position."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, primary_key=True)
    record_time = models.DateTimeField()
    stream_seq = models.BigIntegerField()

    class Meta:
        db_table = "ledger_unordered"


class StreamHead(models.Model):
    """The last event of each stream."""

    stream = models.TextField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    record_time = models.DateTimeField()

    class Meta:
        db_table = "ledger_stream_head"


class Subject(models.Model):
    """How many events have touched a subject: its version, locked while one is being written."""

    subject = models.TextField(primary_key=True)
    version = models.BigIntegerField()
    record_time = models.DateTimeField()

    class Meta:
        db_table = "ledger_subject"


class Key(models.Model):
    """An answer already given under a client's key, so that the same request gets it again."""

    pk = models.CompositePrimaryKey("principal", "key")
    principal = models.TextField()
    key = models.TextField()
    fingerprint = models.CharField(max_length=64)
    answer = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "ledger_key"
        indexes = (models.Index(fields=["made_at"], name="ledger_key_age"),)


class FollowerPosition(models.Model):
    """How far a following projection has read."""

    name = models.TextField(primary_key=True)
    position = models.BigIntegerField()

    class Meta:
        db_table = "ledger_follower"
