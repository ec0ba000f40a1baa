"""The six roles of a plant, as they stood when access was first built."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

READS = "lots.read trace.read events.read attempts.read masters.read"
FLOOR = "lots.read trace.read events.read capture.write masters.read"
ROLES = (
    (
        "administrator",
        "管理员",
        "Administrator",
        f"{READS} users.manage tokens.manage audit.read masters.write",
    ),
    (
        "quality_manager",
        "质量经理",
        "Quality manager",
        f"{READS} hold.write hold.release capture.write events.verify masters.write",
    ),
    ("operator", "操作工", "Operator", FLOOR),
    ("inspector", "检验员", "Inspector", f"{FLOOR} hold.write"),
    ("auditor", "审核员", "Auditor", f"{READS} events.verify ledger.verify audit.read"),
    ("integration", "系统对接", "Integration", FLOOR),
)


def seed(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the roles, their permissions and the empty trail's head."""
    role_model = apps.get_model("access", "Role")
    grant_model = apps.get_model("access", "RolePermission")
    for code, name_zh, name_en, permissions in ROLES:
        role = role_model.objects.create(id=_id(code), code=code, name_zh=name_zh, name_en=name_en)
        for permission in permissions.split():
            identity = _id(f"{code}:{permission}")
            grant_model.objects.create(id=identity, role=role, permission=permission)
    apps.get_model("access", "AuditHead").objects.create(id=1, seq=0, hash="0" * 64)


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"urn:lotline:role:{name}")


class Migration(migrations.Migration):
    """Fills the role tables."""

    dependencies = (("access", "0001_initial"),)
    operations = (migrations.RunPython(seed, migrations.RunPython.noop),)
