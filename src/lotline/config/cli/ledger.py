"""`lotline verify` and `lotline rebuild`: proof of the record, and its projections made anew."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from lotline.access import queries as access
from lotline.ledger import operations as ledger
from lotline.ledger.records import Finding, Verification

INTACT, TAMPERED, CANNOT_TELL = 0, 1, 2


def verify(
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    chains_only: Annotated[
        bool, typer.Option("--chains-only", help="Leave out the replay of the projections.")
    ] = False,
) -> None:
    """Prove that the record is as it was written: exit 0 intact, 1 tampered, 2 cannot tell."""
    try:
        result = ledger.verify(projections=not chains_only)
        broken = access.verify_audit()
    except Exception as error:
        typer.echo(f"cannot tell: {error}", err=True)
        raise typer.Exit(CANNOT_TELL) from error
    findings = [*result.findings, *_audit_findings(broken)]
    typer.echo(_as_json(result, findings) if as_json else _as_text(result, findings))
    raise typer.Exit(TAMPERED if findings else INTACT)


def rebuild() -> None:
    """Drop all derived tables and fold the whole ledger into them again."""
    count = ledger.rebuild()
    typer.echo(f"rebuilt {len(ledger.followers())} projections from {count} events")


def _audit_findings(seq: int | None) -> list[Finding]:
    if seq is None:
        return []
    return [Finding("audit", f"configuration audit trail broken at entry {seq}")]


def _as_json(result: Verification, findings: list[Finding]) -> str:
    body = {
        "intact": not findings,
        "events": result.events,
        "streams": result.streams,
        "projections": result.followers,
        "findings": [asdict(finding) for finding in findings],
        "seconds": round(result.seconds, 3),
    }
    return json.dumps(body, default=str, ensure_ascii=False, indent=2)


def _as_text(result: Verification, findings: list[Finding]) -> str:
    head = (
        f"{result.events} events in {result.streams} streams,"
        f" {len(result.followers)} projections replayed, {result.seconds:.2f} s"
    )
    if not findings:
        return f"intact: {head}"
    return "\n".join([f"TAMPERED: {head}", *(_line(finding) for finding in findings)])


def _line(finding: Finding) -> str:
    where = f" {finding.stream}#{finding.stream_seq}" if finding.stream else ""
    event = f" event {finding.event_id}" if finding.event_id else ""
    return f"  {finding.check}:{where}{event}: {finding.detail}"
