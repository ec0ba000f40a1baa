"""Which events count, and in which order they are folded (GENEALOGY R1, R2, R12): pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lotline.lots.folds.step import Declaration, Step


@dataclass(frozen=True, slots=True)
class Effective:
    """The events that count, in the order of the fold, and what is known of those that do not.

    `uncorrected` were declared in error and no correction has arrived; `later` are events known by
    now to count or not to count, but not then (as-of answers); `unknown` are declarations about
    events that nobody has recorded. `hidden` are events among `steps` that the reader may not see.
    """

    steps: tuple[Step, ...]
    uncorrected: tuple[Step, ...]
    later: frozenset[UUID]
    unknown: tuple[Declaration, ...]
    hidden: frozenset[UUID]


def effective(
    steps: Iterable[Step],
    declarations: Iterable[Declaration],
    recorded: datetime | None = None,
    happened: datetime | None = None,
    hidden: frozenset[UUID] = frozenset(),
) -> Effective:
    """Give what counts as recorded until `recorded` and as happened until `happened`."""
    every = _once(steps)
    all_said = list(declarations)
    now = _counting(every, all_said, None, happened)
    said = [d for d in all_said if recorded is None or d.recorded <= recorded]
    then = now if recorded is None else _counting(every, said, recorded, happened)
    later = (now.keys() ^ then.keys()) if recorded is not None else frozenset()
    return Effective(
        steps=tuple(sorted(then.values(), key=lambda step: step.key)),
        uncorrected=tuple(_uncorrected(every, said, recorded, happened)),
        later=frozenset(later),
        unknown=tuple(d for d in said if not _is_known(every, d.declares, recorded)),
        hidden=hidden,
    )


def _once(steps: Iterable[Step]) -> dict[UUID, Step]:
    """Keep the first recorded copy of each event."""
    found: dict[UUID, Step] = {}
    for step in steps:
        have = found.get(step.event)
        if have is None or step.recorded < have.recorded:
            found[step.event] = step
    return found


def _counting(
    every: Mapping[UUID, Step],
    said: Iterable[Declaration],
    recorded: datetime | None,
    happened: datetime | None,
) -> dict[UUID, Step]:
    said = list(said)
    void = {declaration.declares for declaration in said}
    known = {
        event: step
        for event, step in every.items()
        if recorded is None or step.recorded <= recorded
    }
    ties = _ties(known, said)
    return {
        event: replace(step, tie=ties[event]) if event in ties else step
        for event, step in known.items()
        if event not in void and (happened is None or step.time <= happened)
    }


def _ties(every: Mapping[UUID, Step], said: Iterable[Declaration]) -> dict[UUID, datetime]:
    """Give each corrective event the tie of the event that it replaces, along chains (R2)."""
    replaced: dict[UUID, set[UUID]] = defaultdict(set)
    for declaration in said:
        if declaration.declares in every:
            for corrective in declaration.correctives:
                replaced[corrective].add(declaration.declares)
    return {event: _tie(every, replaced, event, {event}) for event in replaced if event in every}


def _tie(
    every: Mapping[UUID, Step], replaced: Mapping[UUID, set[UUID]], event: UUID, seen: set[UUID]
) -> datetime:
    before = replaced.get(event, set()) - seen
    if not before:
        return every[event].tie
    return min(_tie(every, replaced, old, seen | before) for old in before)


def _uncorrected(
    every: Mapping[UUID, Step],
    said: Iterable[Declaration],
    recorded: datetime | None,
    happened: datetime | None,
) -> Iterable[Step]:
    correctives: dict[UUID, set[UUID]] = defaultdict(set)
    for declaration in said:
        correctives[declaration.declares].update(declaration.correctives)
    for event, named in correctives.items():
        step = every.get(event)
        if step is None or not _is_known(every, event, recorded):
            continue
        arrived = any(_is_known(every, corrective, recorded) for corrective in named)
        if not arrived and (happened is None or step.time <= happened):
            yield step


def _is_known(every: Mapping[UUID, Step], event: UUID, recorded: datetime | None) -> bool:
    step = every.get(event)
    return step is not None and (recorded is None or step.recorded <= recorded)
