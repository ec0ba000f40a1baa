"""Reading holds: what is stopped, why, and what was let go again."""

from lotline.access.records import Actor, Page
from lotline.lots import queries as lots
from lotline.lots.records import HoldRow


def list_holds(
    actor: Actor, open_only: bool | None = None, limit: int = 50, cursor: str | None = None
) -> Page[HoldRow]:
    """List holds, newest first; open ones, released ones or all."""
    return lots.list_holds(actor, open_only, limit, cursor)
