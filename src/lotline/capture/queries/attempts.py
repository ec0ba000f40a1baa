"""What the gate refused, with its reasons in the reader's words."""

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q

from lotline.access import operations as access
from lotline.access.records import Actor, Page
from lotline.capture.models import Attempt
from lotline.kernel.errors import Invalid
from lotline.kernel.messages import text

_MOST: Final = 200
_LONGEST_CURSOR: Final = 400


@dataclass(frozen=True, slots=True)
class AttemptError:
    """One reason, at one place of the body."""

    pointer: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """A refused command: who tried what, when, and what stood against it."""

    id: UUID
    at: datetime
    actor: str
    channel: str
    kind: str
    codes: tuple[str, ...]
    errors: tuple[AttemptError, ...]
    body: dict[str, object]


def list_attempts(actor: Actor, limit: int = 50, cursor: str | None = None) -> Page[AttemptRow]:
    """List refused attempts, newest first."""
    access.require(actor, "attempts.read")
    size = max(1, min(limit, _MOST))
    wanted = _before(cursor) if cursor else Q()
    rows = list(Attempt.objects.filter(wanted).order_by("-at", "-id")[: size + 1])
    more = _cursor(rows[size - 1]) if len(rows) > size else None
    return Page(tuple(_shown(row, actor) for row in rows[:size]), more)


def _shown(row: Attempt, actor: Actor) -> AttemptRow:
    errors = tuple(
        AttemptError(
            found["pointer"], found["code"], text(found["code"], actor.language, **found["params"])
        )
        for found in row.refusals
    )
    return AttemptRow(
        row.id, row.at, row.actor, row.channel, row.kind, tuple(row.codes), errors, row.body
    )


def _cursor(row: Attempt) -> str:
    plain = json.dumps([row.at.isoformat(), str(row.id)])
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def _before(cursor: str) -> Q:
    """Go on behind the last row shown; refuse a cursor that is not one of ours."""
    try:
        if len(cursor) > _LONGEST_CURSOR:
            raise ValueError(cursor[:20])
        at, last = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        moment, attempt = datetime.fromisoformat(at), UUID(last)
        if moment.tzinfo is None:
            raise ValueError(at)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid.at("/query/cursor", "request.cursor") from error
    return Q(at__lt=moment) | Q(at=moment, id__lt=attempt)
