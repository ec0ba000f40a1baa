"""The database itself refuses to change or empty the audit trail, or to move its end back."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION access_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is never changed (% on %)', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER access_audit_kept BEFORE UPDATE OR DELETE ON access_audit
    FOR EACH ROW EXECUTE FUNCTION access_audit_refuse();
CREATE TRIGGER access_audit_not_emptied BEFORE TRUNCATE ON access_audit
    FOR EACH STATEMENT EXECUTE FUNCTION access_audit_refuse();
CREATE TRIGGER access_audit_head_kept BEFORE DELETE ON access_audit_head
    FOR EACH ROW EXECUTE FUNCTION access_audit_refuse();
CREATE TRIGGER access_audit_head_not_emptied BEFORE TRUNCATE ON access_audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION access_audit_refuse();
CREATE TRIGGER access_audit_head_forward BEFORE UPDATE ON access_audit_head
    FOR EACH ROW WHEN (NEW.seq <> OLD.seq + 1) EXECUTE FUNCTION access_audit_refuse();
"""


class Migration(migrations.Migration):
    """Lays the guards; they are not taken off again."""

    dependencies = (("access", "0002_roles"),)
    operations = (migrations.RunSQL(REFUSE, migrations.RunSQL.noop),)
