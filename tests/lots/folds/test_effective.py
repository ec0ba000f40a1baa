"""Which events count, and in which order (GENEALOGY R1, R2, R12)."""

from datetime import UTC, datetime, timedelta

from lotline.lots.events import Kind
from lotline.lots.folds.effective import effective
from lotline.lots.folds.step import Declaration, Step

from .life import named

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)


def step(name: str, time: int = 0, recorded: int | None = None) -> Step:
    """A step so many hours after nine, recorded then or at another hour."""
    when, said = DAY + timedelta(hours=time), DAY + timedelta(hours=recorded or time)
    return Step(named(name), Kind.PROCESS, when, when, said, said, ())


def error(name: str, recorded: int, *correctives: str) -> Declaration:
    """A declaration of an error."""
    at = DAY + timedelta(hours=recorded)
    return Declaration(named(name), at, named(f"no {name}"), None, tuple(map(named, correctives)))


def events(steps: list[Step], said: list[Declaration], hour: int | None = None) -> list[object]:
    """The ids that count, in order."""
    until = None if hour is None else DAY + timedelta(hours=hour)
    return [found.event for found in effective(steps, said, until).steps]


def test_the_same_event_twice_is_one() -> None:
    again = step("a", 0, 5)
    assert effective([again, step("a")], []).steps == (step("a"),)


def test_a_declared_event_does_not_count_even_if_it_comes_after_the_declaration() -> None:
    assert events([step("a", 0, 9), step("b", 1)], [error("a", 2)]) == [named("b")]


def test_a_corrective_folds_where_the_first_of_its_chain_stood() -> None:
    steps = [step("a", 0), step("b", 0, 1), step("c", 0, 8), step("d", 0, 9)]
    said = [error("a", 7, "c"), error("c", 9, "d")]
    assert events(steps, said) == [named("d"), named("b")]
    assert events(steps, said, 8) == [named("c"), named("b")]
    assert events(steps, said, 2) == [named("a"), named("b")]


def test_what_was_voided_without_a_correction_is_told() -> None:
    found = effective([step("a"), step("b")], [error("a", 1, "c"), error("b", 1, "a")])
    assert [lost.event for lost in found.uncorrected] == [named("a")]


def test_what_changed_later_is_told_of_an_older_question() -> None:
    steps = [step("a"), step("b", 1), step("c", 1, 5)]
    found = effective(steps, [error("b", 6)], DAY + timedelta(hours=2))
    assert found.later == {named("b"), named("c")}
    assert not effective(steps, []).later


def test_declarations_about_unknown_events_are_told() -> None:
    assert [said.declares for said in effective([], [error("x", 1)]).unknown] == [named("x")]
