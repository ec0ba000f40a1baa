"""How events are chained: pure."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lotline.ledger import rules

FIELDS = {
    "stream": "P1/00", "stream_seq": 1, "prev_hash": rules.GENESIS_HASH, "event_id": UUID(int=1),
    "kind": "move", "actor": "a", "device": None, "event_time": datetime(2026, 1, 1, tzinfo=UTC),
    "record_time": datetime(2026, 1, 1, tzinfo=UTC), "spec_version": None, "subjects": "[]",
    "payload": "{}",
}  # fmt: skip
CHANGED = {
    "stream": "P1/01", "stream_seq": 2, "prev_hash": "1" * 64, "event_id": UUID(int=2),
    "kind": "ship", "actor": "b", "device": "d", "event_time": datetime(2026, 1, 2, tzinfo=UTC),
    "record_time": datetime(2026, 1, 2, tzinfo=UTC), "spec_version": "v", "subjects": '[["x",1]]',
    "payload": '{"a":1}',
}  # fmt: skip


@given(st.sampled_from(sorted(FIELDS)))
def test_every_field_of_an_event_is_under_its_hash(field: str) -> None:
    changed = {**FIELDS, field: CHANGED[field]}
    assert rules.event_hash(**changed) != rules.event_hash(**FIELDS)  # type: ignore[arg-type]


def test_text_cannot_slide_from_one_field_into_the_next() -> None:
    one = {**FIELDS, "kind": "ab", "actor": "c"}
    other = {**FIELDS, "kind": "a", "actor": "bc"}
    assert rules.event_hash(**one) != rules.event_hash(**other)  # type: ignore[arg-type]


def test_the_same_moment_in_another_zone_hashes_the_same() -> None:
    shanghai = datetime(2026, 1, 1, 8, tzinfo=timezone(timedelta(hours=8)))
    assert rules.time_text(shanghai) == rules.time_text(datetime(2026, 1, 1, tzinfo=UTC))


@given(st.text(min_size=1))
def test_a_subject_always_has_the_same_stream_of_its_site(subject: str) -> None:
    stream = rules.stream_of("P1", subject)
    assert stream == rules.stream_of("P1", subject)
    assert stream.split("/")[0] == "P1"
    assert 0 <= int(stream.split("/")[1]) < rules.STREAMS_PER_SITE
