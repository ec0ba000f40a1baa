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


class SigningKey(models.Model):
    """A key of the chain of keys: its signed statement, never the private half."""

    number = models.BigIntegerField(primary_key=True)
    key_id = models.CharField(max_length=32, unique=True)
    text = models.TextField()
    signature = models.TextField()

    class Meta:
        db_table = "ledger_signing_key"


class Checkpoint(models.Model):
    """A signed statement of the tree's size and root, with the tree's right edge to grow on from."""

    number = models.BigIntegerField(primary_key=True)
    epoch = models.BigIntegerField()
    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    at = models.DateTimeField()
    key_id = models.CharField(max_length=32)
    text = models.TextField()
    signature = models.TextField()
    frontier = models.TextField()

    class Meta:
        db_table = "ledger_checkpoint"
        indexes = (models.Index(fields=["size"], name="ledger_checkpoint_size"),)


class TreeNode(models.Model):
    """Every complete node of the tree on each eighth level, so that proofs need few leaves."""

    pk = models.CompositePrimaryKey("level", "number")
    level = models.SmallIntegerField()
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "ledger_tree"


class Export(models.Model):
    """What is known of each folder outside the database that checkpoints are written to."""

    folder = models.TextField(primary_key=True)
    number = models.BigIntegerField()
    at = models.DateTimeField(null=True)
    fault = models.TextField(null=True)

    class Meta:
        db_table = "ledger_export"


class KeptFile(models.Model):
    """A file kept by its content's SHA-256; the bytes lie in the installation's folder."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.TextField()
    name = models.TextField()
    actor = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "ledger_file"


class Personal(models.Model):
    """A personal field's value and salt, apart from the event whose hash commits to them."""

    pk = models.CompositePrimaryKey("event", "pointer")
    event = models.ForeignKey(Event, on_delete=models.PROTECT)
    pointer = models.TextField()
    salt = models.CharField(max_length=64)
    value = models.TextField()

    class Meta:
        db_table = "ledger_personal"
