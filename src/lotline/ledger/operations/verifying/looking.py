"""Everything that verification looks at besides projections, one after the other, in one snapshot."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DataError, transaction

from lotline.ledger import queries
from lotline.ledger.memory import Memory, as_chains
from lotline.ledger.operations.verifying.apart import check_files, check_personal
from lotline.ledger.operations.verifying.copies import Compared, compare_copies
from lotline.ledger.operations.verifying.indexes import (
    check_heads,
    check_order,
    check_strays,
    check_subjects,
)
from lotline.ledger.operations.verifying.marks import check_marks
from lotline.ledger.operations.verifying.outside import Outside
from lotline.ledger.operations.verifying.statements import (
    Statements,
    check_checkpoints,
    check_keys,
    check_nodes,
)
from lotline.ledger.operations.verifying.walking import Walk
from lotline.ledger.operations.witnessing import trail
from lotline.ledger.records import Finding, Scope, Verification


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, and what may be remembered of it where it is intact."""

    verification: Verification
    memory: Memory


def look(outside: Outside) -> Looked:
    """Look at keys, checkpoints, copies outside, events, indexes, files and personal values.

    What an earlier run on this installation verified is taken from its memory, where that was noted.
    """
    findings: list[Finding] = []
    keys = check_keys(findings, outside.origin)
    origin = keys[0].key_id if keys else ""
    known = outside.memory if outside.memory and outside.memory.origin == origin else None
    stated = check_checkpoints(
        keys, findings, known.checkpoint if known else 0, known.digest if known else ""
    )
    compared = compare_copies(outside, keys, stated.restores, findings)
    marks = [*stated.marks, *compared.marks]
    walk = Walk([mark.size for mark in marks], chains=as_chains(known.chains if known else {}))
    _walk_ordered(walk, known, findings)
    memory = Memory(
        origin, walk.edge.size, walk.edge.text(), walk.ends(), stated.count, stated.digest
    )
    walk.over_waiting()
    findings[:0] = walk.findings
    window = check_marks(marks, walk.roots, findings, walk.edge.size)
    findings.extend(check_nodes(walk.nodes, stated.size))
    after = known.size if known else 0
    findings.extend(_readable(walk, after))
    files, file_faults = check_files(hash_again=known is None)
    personal, personal_faults = check_personal(after)
    findings += [*file_faults, *personal_faults]
    scope = Scope(
        hashed=walk.events, trusted=after, checkpoints=stated.count, exported=compared.count,
        folders=tuple(map(str, outside.held)), audit=trail().head()[0], files=files, personal=personal,
    )  # fmt: skip
    total = after + walk.events
    result = Verification(
        events=total, streams=len(walk.chains), followers=(), findings=tuple(findings),
        seconds=0.0, scope=scope, window=window if findings else None,
        unprotected=total - (compared.size or 0) if outside.held else None,
        notes=tuple(_notes(stated, compared)),
    )  # fmt: skip
    return Looked(result, memory)


def _walk_ordered(walk: Walk, known: Memory | None, findings: list[Finding]) -> None:
    if known:
        walk.over_kept_hashes(known.size)
        if walk.edge.text() != known.edge:
            detail = f"the hashes kept up to position {known.size} are not those verified before"
            findings.append(Finding("root", detail))
    walk.over_events(queries.count_ordered())


def _readable(walk: Walk, after: int) -> list[Finding]:
    """Look at the indexes; where an altered event cannot even be read, say so and go on."""
    try:
        with transaction.atomic():
            return list(_check_indexes(walk, after))
    except DataError as error:
        return [Finding("subject", f"an event's subjects cannot be read: {error}".strip())]


def _check_indexes(walk: Walk, after: int) -> Iterator[Finding]:
    yield from check_heads(walk.chains)
    yield from check_strays()
    yield from check_subjects(after)
    yield from check_order(after)


def _notes(stated: Statements, compared: Compared) -> Iterator[str]:
    for epoch, restored in sorted(stated.restores.items()):
        yield (
            f"epoch {epoch} began with a restore declared by {restored.actor}"
            f" ({restored.reason}); {restored.size} events stood from before"
        )
    yield from compared.notes
