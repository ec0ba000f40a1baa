"""The simulated dairy on paper: told twice alike, physically possible, and over before its end."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from lotline.capture.records import CaptureRequest
from lotline.codes import keys
from lotline.demo.plant import plant
from lotline.demo.playback import batches
from lotline.demo.records import Plan, Timeline
from lotline.demo.timeline import build
from lotline.kernel.errors import Invalid
from lotline.lots.events import Kind, ObjectKind

END = datetime(2026, 7, 19, 10, 0, tzinfo=UTC)
MOST_FILLS = 6


def requests(timeline: Timeline) -> Iterator[CaptureRequest]:
    yield from (h.act for h in timeline.happenings if isinstance(h.act, CaptureRequest))


@pytest.fixture(scope="module")
def fortnight() -> Timeline:
    return build(Plan(14, 7, END))


def test_the_same_seed_and_end_tell_the_same_story(fortnight: Timeline) -> None:
    assert build(Plan(14, 7, END)) == fortnight
    assert build(Plan(14, 8, END)) != fortnight


def test_a_fortnight_is_some_two_thousand_events(fortnight: Timeline) -> None:
    assert 1500 <= len(fortnight.happenings) <= 2500
    kinds = {request.kind for request in requests(fortnight)}
    assert kinds == {
        Kind.RECEIVE, Kind.TRANSFORM, Kind.MERGE, Kind.PROCESS, Kind.INSPECT, Kind.PACK,
        Kind.UNPACK, Kind.MOVE, Kind.SHIP, Kind.RETURN,
    }  # fmt: skip


@pytest.mark.parametrize("days", [10, 13, 14, 21, 30])
@pytest.mark.parametrize("hour", [0, 7, 15, 17, 22])
def test_the_story_fits_any_length_and_any_end(days: int, hour: int) -> None:
    end = END.replace(hour=hour, minute=11)
    timeline = build(Plan(days, 3, end))
    times = [happening.recorded for happening in timeline.happenings]
    assert times == sorted(times)
    assert end - timedelta(hours=2) < times[-1] <= end
    assert all(happening.at <= happening.recorded for happening in timeline.happenings)
    assert len(timeline.truth.finished_lots) == 4
    assert len(timeline.truth.fruit_lots) == 2
    assert len(timeline.truth.customers) >= 3


def test_a_silo_is_emptied_before_six_fills_lie_in_one_another(fortnight: Timeline) -> None:
    depth: dict[str, int] = {}
    for request in requests(fortnight):
        if request.kind is Kind.MERGE:
            made = request.outputs[0].lot.new
            assert made is not None
            depth[made.code or ""] = 1 + max(depth.get(x.lot.scan or "", 1) for x in request.inputs)
    assert 3 <= max(depth.values()) <= MOST_FILLS


def test_nothing_is_scanned_in_the_batch_that_first_prints_its_code(fortnight: Timeline) -> None:
    printed: set[str] = set()
    for batch in batches(fortnight.happenings):
        acts = [h.act for h in batch if isinstance(h.act, CaptureRequest)]
        lines = [line for act in acts for line in (*act.inputs, *act.subjects)]
        assert {line.lot.scan for line in lines if line.lot.scan} <= printed
        refs = [line.lot for act in acts for line in act.outputs]
        refs += [act.unit for act in acts if act.unit]
        printed |= {ref.new.code for ref in refs if ref.new and ref.new.code}


def test_every_gs1_key_has_its_check_digit(fortnight: Timeline) -> None:
    units = [request.unit.new for request in requests(fortnight) if request.unit]
    new = [unit for unit in units if unit and unit.kind is ObjectKind.LOGISTIC_UNIT]
    assert len(new) > 1000
    assert all(keys.check_sscc(unit.code or "") is None for unit in new)
    gtins = [row[5] for row in plant()["products"] if row[5]]
    assert len(gtins) == 3
    assert all(keys.check_gtin(gtin) is None for gtin in gtins)


def test_a_plan_too_short_for_the_story_is_refused() -> None:
    with pytest.raises(Invalid):
        Plan(9, 7, END)
    with pytest.raises(Invalid):
        Plan(14, 7, datetime(2026, 7, 19))  # noqa: DTZ001 – just what must be refused
