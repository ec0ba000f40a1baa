"""The right to declare events in error, for quality and administration."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

PERMISSION = "events.correct"
ROLES = ("administrator", "quality_manager")


def grant(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give the right to its roles."""
    role_model = apps.get_model("access", "Role")
    grant_model = apps.get_model("access", "RolePermission")
    for role in role_model.objects.filter(code__in=ROLES):
        identity = _id(f"{role.code}:{PERMISSION}")
        grant_model.objects.get_or_create(
            role=role, permission=PERMISSION, defaults={"id": identity}
        )


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"urn:lotline:role:{name}")


class Migration(migrations.Migration):
    """Adds one permission to the seeded roles."""

    dependencies = (("access", "0003_audit_guards"),)
    operations = (migrations.RunPython(grant, migrations.RunPython.noop),)
