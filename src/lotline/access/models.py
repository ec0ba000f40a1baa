"""Tables of users, roles, tokens, bad logins and the audit trail of configuration."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from lotline.kernel.ids import uuid7


class Role(models.Model):
    """A named set of permissions."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    code = models.CharField(max_length=40, unique=True)
    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)

    class Meta:
        db_table = "access_role"


class RolePermission(models.Model):
    """One permission of one role; what has no row is denied."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    role = models.ForeignKey(Role, models.CASCADE, related_name="grants")
    permission = models.CharField(max_length=40)

    class Meta:
        db_table = "access_role_permission"
        constraints = (
            models.UniqueConstraint(fields=("role", "permission"), name="access_one_grant"),
        )


class User(AbstractBaseUser):
    """Somebody who can sign in; `session_version` moves on whenever open sessions must end."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    username = models.CharField(max_length=64, unique=True)
    display_name = models.CharField(max_length=120, blank=True, default="")
    language = models.CharField(max_length=2, default="zh")
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=True)
    session_version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "access_user"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(language__in=("zh", "en")), name="access_user_language"
            ),
        )


class UserRole(models.Model):
    """A role that a user has."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    user = models.ForeignKey(User, models.CASCADE, related_name="role_links")
    role = models.ForeignKey(Role, models.PROTECT, related_name="user_links")

    class Meta:
        db_table = "access_user_role"
        constraints = (
            models.UniqueConstraint(fields=("user", "role"), name="access_one_role_each"),
        )


class Token(models.Model):
    """A bearer token of a user for one role; only the SHA-256 of the secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    user = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    role = models.ForeignKey(Role, models.PROTECT, related_name="tokens")
    label = models.CharField(max_length=120, blank=True, default="")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=120)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "access_token"


class LoginFailure(models.Model):
    """One bad login, counted against the name that was tried and the address it came from."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    name_digest = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "access_login_failure"
        indexes = (
            models.Index(fields=("name_digest", "at"), name="access_failure_name"),
            models.Index(fields=("address", "at"), name="access_failure_address"),
        )


class AuditEntry(models.Model):
    """One change of configuration, chained by hash to the one before it; never edited."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    actor_id = models.UUIDField(null=True)
    action = models.CharField(max_length=80)
    object = models.CharField(max_length=200)
    detail = models.TextField()
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "access_audit"


class AuditHead(models.Model):
    """Where the audit trail ends: its one row is the lock of writers and tells a cut-off tail."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    seq = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "access_audit_head"
