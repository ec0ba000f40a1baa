-- What the serving role may do to the tables of access; everything else is denied.
REVOKE ALL ON access_audit, access_audit_head, access_role, access_role_permission, access_user,
    access_token, access_user_role, access_login_failure FROM lotline_app;
GRANT SELECT, INSERT ON access_audit TO lotline_app;
GRANT SELECT, UPDATE ON access_audit_head TO lotline_app;
GRANT SELECT ON access_role, access_role_permission TO lotline_app;
GRANT SELECT, INSERT, UPDATE ON access_user, access_token TO lotline_app;
GRANT SELECT, INSERT, DELETE ON access_user_role, access_login_failure TO lotline_app;
