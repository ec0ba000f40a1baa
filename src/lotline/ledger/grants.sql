-- The serving role may add to the record and read it; nothing else. Erasing personal values goes
-- through one function, which asks for its entry in the audit trail.
REVOKE ALL ON ledger_event, ledger_event_subject, ledger_event_order, ledger_signing_key,
    ledger_checkpoint, ledger_tree, ledger_file, ledger_personal FROM lotline_app;
GRANT SELECT, INSERT ON ledger_event, ledger_event_subject, ledger_event_order, ledger_signing_key,
    ledger_checkpoint, ledger_tree, ledger_file, ledger_personal TO lotline_app;
REVOKE ALL ON FUNCTION ledger_erase(uuid, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_erase(uuid, text, bigint) TO lotline_app;
