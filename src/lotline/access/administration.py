"""HTTP of users, tokens and the audit trail."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from lotline.access import operations, queries
from lotline.access.doors import actor_of
from lotline.access.kinds import guard
from lotline.access.records import AuditLine, Issued, Newcomer, Page, Person, TokenCard
from lotline.access.wire import (
    AuditPage,
    NewToken,
    NewUser,
    TokenIssued,
    TokenPage,
    TokenShown,
    UserChange,
    UserMade,
    UserPage,
    UserShown,
)

router = Router(tags=["access"])
Limit = Annotated[int, Query(ge=1, le=200)]
Cursor = Annotated[str | None, Query(max_length=80)]


@router.get("/users", response=UserPage, **guard("users.manage"))
def list_users(request: HttpRequest, limit: Limit = 50, cursor: Cursor = None) -> Page[Person]:
    """List users in the order they were made."""
    return queries.list_users(actor_of(request), limit=limit, cursor=cursor)


@router.post("/users", response={201: UserMade}, **guard("users.manage"))
def create_user(request: HttpRequest, payload: NewUser) -> Status[Newcomer]:
    """Make a user; the answer holds the first password, once."""
    return Status(201, operations.create_user(actor_of(request), **payload.model_dump()))


@router.patch("/users/{user_id}", response=UserShown, **guard("users.manage"))
def update_user(request: HttpRequest, user_id: UUID, payload: UserChange) -> Person:
    """Change a user's activity, roles or shown name."""
    return operations.update_user(actor_of(request), user_id, **payload.model_dump())


@router.post("/users/{user_id}/reset", response=UserMade, **guard("users.manage"))
def reset_password(request: HttpRequest, user_id: UUID) -> Newcomer:
    """Give a user a new first password; sessions and tokens of theirs end."""
    return operations.reset_password(actor_of(request), user_id)


@router.get("/tokens", response=TokenPage, **guard("tokens.manage"))
def list_tokens(request: HttpRequest, limit: Limit = 50, cursor: Cursor = None) -> Page[TokenCard]:
    """List tokens in the order they were made."""
    return queries.list_tokens(actor_of(request), limit=limit, cursor=cursor)


@router.post("/tokens", response={201: TokenIssued}, **guard("tokens.manage"))
def create_token(request: HttpRequest, payload: NewToken) -> Status[Issued]:
    """Issue a bearer token; the answer holds the secret, once."""
    actor = actor_of(request)
    wanted = payload.model_dump() | {"username": payload.username or actor.name}
    return Status(201, operations.create_token(actor, **wanted))


@router.delete("/tokens/{token_id}", response=TokenShown, **guard("tokens.manage"))
def revoke_token(request: HttpRequest, token_id: UUID) -> TokenCard:
    """End a token at once."""
    return operations.revoke_token(actor_of(request), token_id)


@router.get("/audit", response=AuditPage, **guard("audit.read"))
def list_audit(request: HttpRequest, limit: Limit = 50, cursor: Cursor = None) -> Page[AuditLine]:
    """List changes of configuration, the latest first."""
    return queries.list_audit(actor_of(request), limit=limit, cursor=cursor)
