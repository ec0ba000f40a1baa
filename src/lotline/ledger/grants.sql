-- The serving role may add to the record and read it; nothing else.
REVOKE ALL ON ledger_event, ledger_event_subject, ledger_event_order FROM lotline_app;
GRANT SELECT, INSERT ON ledger_event, ledger_event_subject, ledger_event_order TO lotline_app;
