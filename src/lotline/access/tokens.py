"""Bearer tokens for programs: shown once, kept as a hash, one role each, ended at will."""

import secrets
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from lotline.access import queries
from lotline.access.models import Role, Token
from lotline.access.records import Actor, Issued, SignedIn, TokenCard
from lotline.access.rules import covers, require
from lotline.access.trail import record_change
from lotline.kernel.canonical import sha256_hex
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Invalid, NotFound

PREFIX: Final = "ll_"
LONGEST: Final = 200
# Enough to see whether a token is in use, without a write for every request.
_NOTICE_USE_EVERY: Final = timedelta(minutes=1)


def create_token(
    actor: Actor,
    *,
    username: str,
    role: str,
    label: str = "",
    expires_at: datetime | None = None,
    clock: Clock | None = None,
) -> Issued:
    """Issue a token that acts for a user in one role; neither may exceed the issuer's rights."""
    require(actor, "tokens.manage")
    now = (clock or SystemClock()).now()
    if expires_at is not None and expires_at <= now:
        raise Invalid.at("/expires_at", "access.expiry_past")
    user_id = _entitled(actor, username, role)
    secret = PREFIX + secrets.token_urlsafe(32)
    with transaction.atomic():
        row = Token.objects.create(
            user_id=user_id,
            role=Role.objects.get(code=role),
            label=label,
            digest=sha256_hex(secret),
            created_at=now,
            created_by=actor.name,
            expires_at=expires_at,
        )
        detail = {"user": row.user.username, "role": role, "label": label}
        record_change(actor, "token.created", str(row.pk), detail)
    return Issued(queries.token_card(row), secret)


def revoke_token(actor: Actor, token_id: UUID, *, clock: Clock | None = None) -> TokenCard:
    """End a token at once; ending it twice changes nothing."""
    require(actor, "tokens.manage")
    with transaction.atomic():
        row = Token.objects.select_for_update().filter(pk=token_id).first()
        if row is None:
            raise NotFound("access.token_unknown")
        if row.revoked_at is None:
            row.revoked_at = (clock or SystemClock()).now()
            row.save(update_fields=("revoked_at",))
            record_change(actor, "token.revoked", str(row.pk), {"user": row.user.username})
    return queries.token_card(row)


def recognise(secret: str, *, clock: Clock | None = None) -> SignedIn | None:
    """Give whoever a bearer token acts for, if it is live, and note that it was used."""
    if not secret.startswith(PREFIX) or len(secret) > LONGEST:
        return None
    found = queries.by_token(sha256_hex(secret))
    if found is None:
        return None
    actor, token_id, last_used = found
    now = (clock or SystemClock()).now()
    if last_used is None or now - last_used > _NOTICE_USE_EVERY:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=now - _NOTICE_USE_EVERY)
        Token.objects.filter(stale, pk=token_id).update(last_used_at=now)
    return SignedIn(actor, must_change_password=False)


def _entitled(actor: Actor, username: str, role: str) -> UUID:
    card = queries.roles().get(role)
    if card is None:
        raise Invalid.at("/role", "access.role_unknown", role=role[:40])
    owner = queries.person_named(username)
    covers(actor, card.permissions | frozenset(owner.permissions))
    if not card.permissions <= frozenset(owner.permissions):
        raise Invalid.at("/role", "access.token_exceeds_user", role=role, username=owner.username)
    return owner.id
