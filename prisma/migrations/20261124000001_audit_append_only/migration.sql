-- The trail only grows. A correction is a new entry.
CREATE TRIGGER "audit_entry_refuses_update" BEFORE UPDATE ON "audit_entry"
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER "audit_entry_refuses_delete" BEFORE DELETE ON "audit_entry"
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
