"""An event in the ledger reads back as it was written."""

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from lotline.kernel.canonical import canonical_text
from lotline.kernel.ids import uuid7
from lotline.lots import events as lots

_TIMES = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 – hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
_NUMBERS = st.decimals(min_value=0, max_value=10**12, places=9)
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_MEASURES = st.builds(lots.Measure, _NUMBERS, st.sampled_from(["KGM", "C62"]))
_HOLDERS = st.builds(lots.Holder, st.sampled_from(lots.HolderKind), st.uuids())
_BIRTHS = st.builds(
    lots.Birth, st.sampled_from(lots.ObjectKind), _TEXTS, product=st.none() | st.uuids(),
    good_until=st.none() | _TIMES, expires_on=st.none() | st.dates(date(2000, 1, 1)),
)  # fmt: skip
_LINES = st.builds(
    lots.Line, st.integers(1, 99), st.sampled_from(lots.Role), st.none() | st.uuids(),
    quantity=st.none() | _MEASURES, disputed=_NUMBERS, source=st.none() | _HOLDERS,
    target=st.none() | _HOLDERS, birth=st.none() | _BIRTHS, flags=st.just(("place_assumed",)),
)  # fmt: skip
_READINGS = st.builds(
    lots.Reading, _TEXTS, _NUMBERS | st.just("无异味"), upper=st.none() | _NUMBERS,
    within=st.none() | st.booleans(),
)  # fmt: skip
_EVENTS = st.builds(
    lots.TraceEvent, st.uuids(), st.sampled_from(lots.Kind), st.just("command"), st.just("api"),
    _TIMES, st.just("+08:00"), st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.lists(_LINES, max_size=3).map(tuple), readings=st.lists(_READINGS, max_size=2).map(tuple),
    verdict=st.none() | st.sampled_from(lots.Quality), note=_TEXTS,
)  # fmt: skip


@given(_EVENTS)
def test_an_event_reads_back_as_it_was_written(event: lots.TraceEvent) -> None:
    assert lots.from_payload(lots.to_payload(event)) == event


@given(_EVENTS)
def test_writing_it_again_gives_the_same_bytes(event: lots.TraceEvent) -> None:
    text = canonical_text(lots.to_payload(event))
    again = canonical_text(lots.to_payload(lots.from_payload(lots.to_payload(event))))
    assert text == again


def test_the_subjects_of_a_draft_are_its_objects_each_once() -> None:
    lot = uuid7()
    lines = (lots.Line(1, lots.Role.INPUT, lot), lots.Line(2, lots.Role.OUTPUT, lot))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    event = lots.TraceEvent(
        UUID(int=1), lots.Kind.MOVE, "fact", "api", at, "+08:00", date(2026, 1, 1), lines
    )
    assert lots.as_draft(event).subjects == (str(lot),)
