"""Writing history: the only place where an event becomes a fact."""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction

from lotline.kernel.canonical import canonical_text
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict
from lotline.ledger import rules
from lotline.ledger.operations.following import inline_followers
from lotline.ledger.operations.rows import (
    insert_events,
    insert_personal,
    save_heads,
    save_subjects,
)
from lotline.ledger.records import Draft, Head, Receipt, StoredEvent

_TICK = timedelta(microseconds=1)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_SYSTEM_CLOCK = SystemClock()


def claim(subjects: Iterable[str]) -> dict[str, int]:
    """Lock subjects until the transaction ends and give their versions.

    Always in sorted order, so that two writers wait for each other and never for ever.
    """
    return {subject: version for subject, (version, _) in _lock_subjects(subjects).items()}


@transaction.atomic
def append(
    drafts: Sequence[Draft],
    *,
    actor: str,
    expect: Mapping[str, int] | None = None,
    clock: Clock = _SYSTEM_CLOCK,
) -> list[Receipt]:
    """Append events in the order given and let the inline projections follow.

    `expect` names the versions on which the decision rested: if a subject has moved since, nothing
    is written and `Conflict` `ledger.moved` is raised. Record time never goes back within a
    stream or a subject, whatever the machine's clock does.
    """
    known = _lock_subjects(subject for draft in drafts for subject in draft.subjects)
    _check_expectation(known, expect or {})
    heads = _lock_heads(rules.stream_of(draft.site, draft.subjects[0]) for draft in drafts)
    chained = [_chain(draft, actor, known, heads, clock.now()) for draft in drafts]
    events = [event for event, _ in chained]
    insert_events(events)
    insert_personal((event.event_id, personal) for event, personal in chained)
    save_heads(heads.values())
    save_subjects(known)
    for follower in inline_followers():
        follower.apply(events)
    return [
        Receipt(event.event_id, event.stream, event.stream_seq, event.hash, event.record_time)
        for event in events
    ]


def _lock_subjects(subjects: Iterable[str]) -> dict[str, tuple[int, datetime]]:
    wanted = sorted(set(subjects))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_subject (subject, version, record_time)"
            " SELECT s, 0, %s FROM unnest(%s::text[]) s ORDER BY s ON CONFLICT DO NOTHING",
            [_BEGINNING, wanted],
        )
        cursor.execute(
            "SELECT subject, version, record_time FROM ledger_subject"
            " WHERE subject = ANY(%s) ORDER BY subject FOR UPDATE",
            [wanted],
        )
        return {subject: (version, at) for subject, version, at in cursor.fetchall()}


def _check_expectation(
    known: Mapping[str, tuple[int, datetime]], expect: Mapping[str, int]
) -> None:
    moved = [s for s, version in expect.items() if s in known and known[s][0] != version]
    if moved:
        raise Conflict("ledger.moved", subjects=", ".join(sorted(moved)))


def _lock_heads(streams: Iterable[str]) -> dict[str, Head]:
    wanted = sorted(set(streams))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_stream_head (stream, seq, hash, record_time)"
            " SELECT s, 0, %s, %s FROM unnest(%s::text[]) s ORDER BY s ON CONFLICT DO NOTHING",
            [rules.GENESIS_HASH, _BEGINNING, wanted],
        )
        cursor.execute(
            "SELECT stream, seq, hash, record_time FROM ledger_stream_head"
            " WHERE stream = ANY(%s) ORDER BY stream FOR UPDATE",
            [wanted],
        )
        return {row[0]: Head(*row) for row in cursor.fetchall()}


def _chain(
    draft: Draft,
    actor: str,
    known: dict[str, tuple[int, datetime]],
    heads: dict[str, Head],
    now: datetime,
) -> tuple[StoredEvent, Sequence[rules.Personal]]:
    """Give the event its place and hash, and move its head and subjects on."""
    alg = str(getattr(settings, "LOTLINE_EVENT_HASH", "") or rules.ALGORITHM)
    stream = rules.stream_of(draft.site, draft.subjects[0])
    head = heads[stream]
    touched = tuple(dict.fromkeys(draft.subjects))
    at = max([now, head.record_time + _TICK, *(known[s][1] + _TICK for s in touched)])
    subjects = tuple((subject, known[subject][0] + 1) for subject in touched)
    text, payload, personal = _written(draft)
    device, version = draft.device or None, draft.spec_version or None
    digest = rules.event_hash(
        stream=stream, stream_seq=head.seq + 1, prev_hash=head.hash, event_id=draft.event_id,
        kind=draft.kind, actor=actor, device=device, event_time=draft.event_time,
        record_time=at, spec_version=version, subjects=rules.subjects_text(subjects),
        payload=text, alg=alg,
    )  # fmt: skip
    heads[stream] = Head(stream, head.seq + 1, digest, at)
    known.update({subject: (version, at) for subject, version in subjects})
    event = StoredEvent(
        event_id=draft.event_id, kind=draft.kind, stream=stream, stream_seq=head.seq + 1,
        prev_hash=head.hash, hash=digest, alg=alg, actor=actor, device=device,
        event_time=draft.event_time, record_time=at, spec_version=version,
        payload_text=text, payload=payload, subjects=subjects,
    )  # fmt: skip
    return event, personal


def _written(draft: Draft) -> tuple[str, dict[str, object], Sequence[rules.Personal]]:
    """Give the text to hash, the payload to read, and the values to keep apart."""
    if rules.PLACES in draft.payload:
        raise ValueError("a payload has no field named 'sealed' of its own")
    if not draft.personal:
        text = canonical_text(draft.payload)
        return text, json.loads(text), ()
    salts = [secrets.token_hex(32) for _ in draft.personal]
    sealed, personal = rules.seal(draft.payload, draft.personal, salts)
    return canonical_text(sealed), json.loads(canonical_text(draft.payload)), personal
