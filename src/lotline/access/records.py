"""Who acts and what may be done: the actor and the catalogue of permissions and roles."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, Literal, TypeVar
from uuid import UUID

from lotline.kernel.messages import Language

Channel = Literal["screen", "api", "cli", "demo"]
Via = Literal["session", "token", "system"]
T = TypeVar("T")

READS: Final = frozenset(
    {"lots.read", "trace.read", "events.read", "attempts.read", "masters.read"}
)
PERMISSIONS: Final = READS | {
    "events.verify",
    "capture.write",
    "events.correct",
    "hold.write",
    "hold.release",
    "masters.write",
    "users.manage",
    "tokens.manage",
    "audit.read",
    "ledger.verify",
}
PUBLIC: Final = "public"
SELF: Final = "self"


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever asks: a person at a screen, a program with a token, or the installation itself."""

    user_id: UUID | None
    name: str
    permissions: frozenset[str]
    language: Language = "zh"
    channel: Channel = "screen"
    via: Via = "session"

    @classmethod
    def system(cls, name: str, channel: Channel = "cli") -> "Actor":
        """Give the installation's own hand, which may do everything and is named in the records."""
        return cls(None, name, PERMISSIONS, channel=channel, via="system")

    def may(self, permission: str) -> bool:
        """Say whether this actor holds a permission."""
        return permission in self.permissions


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role as people read it, with what it permits."""

    code: str
    name_zh: str
    name_en: str
    permissions: frozenset[str] = frozenset()


_OPERATOR: Final = frozenset(
    {"lots.read", "trace.read", "events.read", "capture.write", "masters.read"}
)
ROLES: Final = (
    RoleCard(
        "administrator",
        "管理员",
        "Administrator",
        READS | {"users.manage", "tokens.manage", "audit.read", "masters.write", "events.correct"},
    ),
    RoleCard(
        "quality_manager",
        "质量经理",
        "Quality manager",
        READS
        | {
            "hold.write",
            "hold.release",
            "capture.write",
            "events.correct",
            "events.verify",
            "masters.write",
        },
    ),
    RoleCard("operator", "操作工", "Operator", _OPERATOR),
    RoleCard("inspector", "检验员", "Inspector", _OPERATOR | {"hold.write"}),
    RoleCard(
        "auditor", "审核员", "Auditor", READS | {"events.verify", "ledger.verify", "audit.read"}
    ),
    RoleCard("integration", "系统对接", "Integration", _OPERATOR),
)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody recognised at the door, and whether their first password still has to go."""

    actor: Actor
    must_change_password: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A user as shown to themselves and to whoever manages users."""

    id: UUID
    username: str
    display_name: str
    language: Language
    is_active: bool
    must_change_password: bool
    session_version: int
    roles: tuple[RoleCard, ...]
    permissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TokenCard:
    """A bearer token as listed: everything but the secret."""

    id: UUID
    username: str
    role: str
    label: str
    created_at: datetime
    created_by: str
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token with its secret, which is shown this once."""

    card: TokenCard
    secret: str


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A user with a random password, which is shown this once."""

    person: Person
    password: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One change of configuration as it stands in the trail."""

    seq: int
    at: datetime
    actor: str
    action: str
    object: str
    detail: str
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of a list, and where to go on."""

    items: tuple[T, ...]
    next: str | None
