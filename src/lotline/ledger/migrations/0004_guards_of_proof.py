"""The database refuses to change checkpoints, keys, files and personal values; erasing has one way."""

from typing import ClassVar

from django.db import migrations

TABLES = ("ledger_signing_key", "ledger_checkpoint", "ledger_tree", "ledger_file")
GUARDS = "".join(
    f"CREATE TRIGGER {table}_guard BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION ledger_refuse();"
    f"CREATE TRIGGER {table}_guard_truncate BEFORE TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();"
    for table in TABLES
)
ERASING = """
CREATE FUNCTION ledger_keep_personal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lotline.erasing', true) IS DISTINCT FROM OLD.event_id || ' ' || OLD.pointer THEN
    RAISE EXCEPTION 'personal values go only by erasing: % refused', TG_OP
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER ledger_personal_guard BEFORE DELETE ON ledger_personal
  FOR EACH ROW EXECUTE FUNCTION ledger_keep_personal();
CREATE TRIGGER ledger_personal_guard_update BEFORE UPDATE ON ledger_personal
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_personal_guard_truncate BEFORE TRUNCATE ON ledger_personal
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE FUNCTION ledger_erase(event uuid, place text, entry bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM access_audit a WHERE a.seq = entry AND a.action = 'ledger.erased'
                 AND a.object = event::text AND a.detail::jsonb -> 'places' ? place) THEN
    RAISE EXCEPTION 'no entry in the audit trail tells of this erasure'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('lotline.erasing', event || ' ' || place, true);
  DELETE FROM ledger_personal p WHERE p.event_id = event AND p.pointer = place;
  PERFORM set_config('lotline.erasing', '', true);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION ledger_erase(uuid, text, bigint) FROM PUBLIC;
"""


class Migration(migrations.Migration):
    """Guards against accidents; verification finds what gets past them."""

    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("ledger", "0003_checkpoints"),
        ("access", "0003_audit_guards"),
    ]
    operations: ClassVar[list[migrations.RunSQL]] = [
        migrations.RunSQL(GUARDS + ERASING, migrations.RunSQL.noop)
    ]
