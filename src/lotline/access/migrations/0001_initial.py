"""The tables of access."""

import django.db.models.deletion
from django.db import migrations, models

import lotline.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("actor", models.CharField(max_length=120)),
                ("actor_id", models.UUIDField(null=True)),
                ("action", models.CharField(max_length=80)),
                ("object", models.CharField(max_length=200)),
                ("detail", models.TextField()),
                ("prev_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "db_table": "access_audit",
            },
        ),
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "access_audit_head",
            },
        ),
        migrations.CreateModel(
            name="Role",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7, primary_key=True, serialize=False
                    ),
                ),
                ("code", models.CharField(max_length=40, unique=True)),
                ("name_zh", models.CharField(max_length=80)),
                ("name_en", models.CharField(max_length=80)),
            ],
            options={
                "db_table": "access_role",
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7, primary_key=True, serialize=False
                    ),
                ),
                ("username", models.CharField(max_length=64, unique=True)),
                ("display_name", models.CharField(blank=True, default="", max_length=120)),
                ("language", models.CharField(default="zh", max_length=2)),
                ("is_active", models.BooleanField(default=True)),
                ("must_change_password", models.BooleanField(default=True)),
                ("session_version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "db_table": "access_user",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ("zh", "en"))),
                        name="access_user_language",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LoginFailure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7, primary_key=True, serialize=False
                    ),
                ),
                ("name_digest", models.CharField(max_length=64)),
                ("address", models.CharField(max_length=64)),
                ("at", models.DateTimeField(db_index=True)),
            ],
            options={
                "db_table": "access_login_failure",
                "indexes": [
                    models.Index(fields=["name_digest", "at"], name="access_failure_name"),
                    models.Index(fields=["address", "at"], name="access_failure_address"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7, primary_key=True, serialize=False
                    ),
                ),
                ("label", models.CharField(blank=True, default="", max_length=120)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=120)),
                ("expires_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("last_used_at", models.DateTimeField(null=True)),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to="access.role",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tokens",
                        to="access.user",
                    ),
                ),
            ],
            options={
                "db_table": "access_token",
            },
        ),
        migrations.CreateModel(
            name="RolePermission",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7, primary_key=True, serialize=False
                    ),
                ),
                ("permission", models.CharField(max_length=40)),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grants",
                        to="access.role",
                    ),
                ),
            ],
            options={
                "db_table": "access_role_permission",
                "constraints": [
                    models.UniqueConstraint(fields=("role", "permission"), name="access_one_grant")
                ],
            },
        ),
        migrations.CreateModel(
            name="UserRole",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=lotline.kernel.ids.uuid7, primary_key=True, serialize=False
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="user_links",
                        to="access.role",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="role_links",
                        to="access.user",
                    ),
                ),
            ],
            options={
                "db_table": "access_user_role",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "role"), name="access_one_role_each")
                ],
            },
        ),
    ]
