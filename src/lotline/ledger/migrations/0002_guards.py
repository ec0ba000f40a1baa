"""The database itself refuses to change, delete or truncate what was recorded."""

from typing import ClassVar

from django.db import migrations

TABLES = ("ledger_event", "ledger_event_subject", "ledger_event_order")
REFUSE = """
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
"""
GUARDS = "".join(
    f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse();"
    f"CREATE TRIGGER {table}_guard_truncate BEFORE TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();"
    for table in TABLES
)


class Migration(migrations.Migration):
    """Guards against accidents; verification finds what gets past them."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("ledger", "0001_initial")]
    operations: ClassVar[list[migrations.RunSQL]] = [
        migrations.RunSQL(REFUSE + GUARDS, migrations.RunSQL.noop)
    ]
