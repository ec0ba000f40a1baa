"""The JSON shapes of access: what a body may hold and what an answer shows."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field

from lotline.access.kinds import Body
from lotline.access.records import Person

Short = Annotated[str, Field(min_length=1, max_length=64)]
Label = Annotated[str, Field(max_length=120)]
Secret = Annotated[str, Field(min_length=1, max_length=256)]
Codes = Annotated[list[Annotated[str, Field(max_length=40)]], Field(max_length=20)]
Tongue = Literal["zh", "en"]


class Login(Body):
    """A name and a password."""

    username: Annotated[str, Field(max_length=256)]
    password: Secret


class OwnChange(Body):
    """What people may change about themselves."""

    language: Tongue


class NewPassword(Body):
    """The password that was, as proof, and the one to come."""

    current: Secret
    new: Annotated[str, Field(max_length=256)]


class NewUser(Body):
    """A user to be made; the first password comes back in the answer."""

    username: Short
    display_name: Label = ""
    language: Tongue = "zh"
    roles: Codes


class UserChange(Body):
    """What may change about a user; what is left out stays."""

    active: bool | None = None
    roles: Codes | None = None
    display_name: Label | None = None


class NewToken(Body):
    """A token to be issued; without a user it is for oneself."""

    role: Annotated[str, Field(max_length=40)]
    username: Short | None = None
    label: Label = ""
    expires_at: AwareDatetime | None = None


class Csrf(Schema):
    """The token that every write of a session carries in X-CSRFToken."""

    csrf_token: str


class RoleShown(Schema):
    """A role in both languages."""

    code: str
    name_zh: str
    name_en: str


class Me(Schema):
    """The signed-in user with roles and rights."""

    id: UUID
    username: str
    display_name: str
    language: Tongue
    must_change_password: bool
    roles: list[RoleShown]
    permissions: list[str]

    @classmethod
    def of(cls, person: Person, permissions: frozenset[str] | None = None) -> "Me":
        """Show a user; a token's rights may be fewer than its user's."""
        shown = cls.model_validate(person, from_attributes=True)
        if permissions is not None:
            shown.permissions = sorted(permissions)
        return shown


class UserShown(Me):
    """A user as whoever manages users sees them."""

    is_active: bool


class UserMade(Schema):
    """A user with the first password, shown this once."""

    user: Annotated[UserShown, Field(validation_alias="person")]
    password: str


class UserPage(Schema):
    """Some users, and where to go on."""

    items: list[UserShown]
    next: str | None


class TokenShown(Schema):
    """A token without its secret."""

    id: UUID
    username: str
    role: str
    label: str
    created_at: datetime
    created_by: str
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None


class TokenIssued(Schema):
    """A new token with its secret, shown this once."""

    card: TokenShown
    secret: str


class TokenPage(Schema):
    """Some tokens, and where to go on."""

    items: list[TokenShown]
    next: str | None


class AuditShown(Schema):
    """One change of configuration; `detail` is the exact text that was hashed."""

    seq: int
    at: datetime
    actor: str
    action: str
    object: str
    detail: str
    prev_hash: str
    hash: str


class AuditPage(Schema):
    """Some of the trail, the latest first, and where to go on."""

    items: list[AuditShown]
    next: str | None
