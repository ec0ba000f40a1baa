"""Who is known, what they may do right now, and what the trail says."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Now

from lotline.access import paging
from lotline.access.models import AuditEntry, Role, RolePermission, Token, User
from lotline.access.records import (
    Actor,
    AuditLine,
    Page,
    Person,
    RoleCard,
    SignedIn,
    TokenCard,
)
from lotline.access.rules import normal_username, require
from lotline.access.trail import verify_audit
from lotline.kernel.errors import NotFound
from lotline.kernel.messages import Language

__all__ = [
    "by_session",
    "by_token",
    "list_audit",
    "list_tokens",
    "list_users",
    "myself",
    "person",
    "person_named",
    "roles",
    "token_card",
    "verify_audit",
]


def by_session(user_id: UUID, version: int) -> SignedIn | None:
    """Recognise the holder of a session that has not ended, with the rights of this moment."""
    held = _held_by(OuterRef("pk")).values("permission").distinct()
    row = (
        User.objects.filter(pk=user_id, is_active=True, session_version=version)
        .annotate(held=ArraySubquery(held))
        .first()
    )
    if row is None:
        return None
    actor = Actor(row.pk, row.username, frozenset(row.held), _language(row), "screen", "session")
    return SignedIn(actor, row.must_change_password)


def by_token(digest: str) -> tuple[Actor, UUID, datetime | None] | None:
    """Recognise a live token: its role's rights, as far as its user still has them."""
    mine = _held_by(OuterRef(OuterRef("user_id"))).values("permission")
    both = RolePermission.objects.filter(
        role_id=OuterRef("role_id"), permission__in=Subquery(mine)
    ).values("permission")
    row = (
        Token.objects.filter(_live(), digest=digest)
        .select_related("user")
        .annotate(held=ArraySubquery(both))
        .first()
    )
    if row is None:
        return None
    user = row.user
    actor = Actor(user.pk, user.username, frozenset(row.held), _language(user), "api", "token")
    return actor, row.pk, row.last_used_at


def myself(actor: Actor) -> Person:
    """Give the user that an actor is, or raise `NotFound` for the installation's own hand."""
    if actor.user_id is None:
        raise NotFound("access.user_unknown")
    return person(actor.user_id)


def person(user_id: UUID) -> Person:
    """Give a user with roles and rights, or raise `NotFound`."""
    found = User.objects.filter(pk=user_id).prefetch_related("role_links__role__grants").first()
    if found is None:
        raise NotFound("access.user_unknown")
    return _person(found)


def person_named(username: str) -> Person:
    """Find a user by name, however it is spelt, or raise `NotFound`."""
    found = (
        User.objects.filter(username=normal_username(username)).values_list("pk", flat=True).first()
    )
    if found is None:
        raise NotFound("access.user_unknown")
    return person(found)


def roles() -> dict[str, RoleCard]:
    """Give every role by its code with what it permits today."""
    return {row.code: _role(row) for row in Role.objects.prefetch_related("grants")}


def list_users(actor: Actor, *, limit: int = 50, cursor: str | None = None) -> Page[Person]:
    """List users in the order they were made."""
    require(actor, "users.manage")
    rows = User.objects.prefetch_related("role_links__role__grants").order_by("pk")
    return paging.by_id(rows, _person, limit, cursor)


def list_tokens(actor: Actor, *, limit: int = 50, cursor: str | None = None) -> Page[TokenCard]:
    """List tokens in the order they were made, revoked and expired ones too."""
    require(actor, "tokens.manage")
    rows = Token.objects.select_related("user", "role").order_by("pk")
    return paging.by_id(rows, token_card, limit, cursor)


def list_audit(actor: Actor, *, limit: int = 50, cursor: str | None = None) -> Page[AuditLine]:
    """List changes of configuration, the latest first."""
    require(actor, "audit.read")
    return paging.by_seq(AuditEntry.objects.order_by("-seq"), _audit_line, limit, cursor)


def token_card(row: Token) -> TokenCard:
    """Give a token's row as others may see it."""
    return TokenCard(
        row.pk,
        row.user.username,
        row.role.code,
        row.label,
        row.created_at,
        row.created_by,
        row.expires_at,
        row.revoked_at,
        row.last_used_at,
    )


def _held_by(user: Any) -> QuerySet[RolePermission]:
    return RolePermission.objects.filter(role__user_links__user_id=user)


def _live() -> Q:
    unexpired = Q(expires_at=None) | Q(expires_at__gt=Now())
    return Q(revoked_at=None, user__is_active=True) & unexpired


def _person(row: User) -> Person:
    cards = sorted((_role(link.role) for link in row.role_links.all()), key=lambda c: c.code)
    held = sorted({right for card in cards for right in card.permissions})
    return Person(
        row.pk,
        row.username,
        row.display_name,
        _language(row),
        row.is_active,
        row.must_change_password,
        row.session_version,
        tuple(cards),
        tuple(held),
    )


def _role(row: Role) -> RoleCard:
    rights = frozenset(grant.permission for grant in row.grants.all())
    return RoleCard(row.code, row.name_zh, row.name_en, rights)


def _language(row: User) -> Language:
    return "en" if row.language == "en" else "zh"


def _audit_line(row: AuditEntry) -> AuditLine:
    return AuditLine(
        row.seq, row.at, row.actor, row.action, row.object, row.detail, row.prev_hash, row.hash
    )
