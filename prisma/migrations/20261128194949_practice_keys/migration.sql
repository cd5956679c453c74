-- Every table of the record gets practiceId, as the first part of its keys and references; a draft's day becomes a column.
--
-- Written by `npm run migration`, then changed by hand in three respects: the tables that a logged session writes to stay WITHOUT
-- ROWID (the first migration says why), the new columns are filled from what is there, and times written by the client library
-- ("+00:00") get the one spelling that times now have ("Z").

-- DropIndex
DROP INDEX "clinician_practiceId_idx";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_case_event" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "case_event_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_case_event" ("caseId", "createdAt", "day", "id", "kind", "outcome", "practiceId", "reason") SELECT "caseId", replace("createdAt", '+00:00', 'Z'), "day", "id", "kind", "outcome", "practiceId", "reason" FROM "case_event";
DROP TABLE "case_event";
ALTER TABLE "new_case_event" RENAME TO "case_event";
CREATE INDEX "case_event_practiceId_caseId_day_idx" ON "case_event"("practiceId", "caseId", "day");
CREATE TABLE "new_couple_case" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "outcome" TEXT,
    "presentingConcern" TEXT NOT NULL DEFAULT '',
    "nextSessionOn" TEXT,
    "nextSessionStart" TEXT,
    "collateralConsentOn" TEXT,
    "secretsPolicy" TEXT NOT NULL DEFAULT 'none-stated',
    "lastSequence" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "importBatchId" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "couple_case_practiceId_clinicianId_fkey" FOREIGN KEY ("practiceId", "clinicianId") REFERENCES "clinician" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_couple_case" ("clinicianId", "closedOn", "collateralConsentOn", "createdAt", "id", "importBatchId", "label", "lastSequence", "nextSessionOn", "nextSessionStart", "openedOn", "outcome", "practiceId", "presentingConcern", "revision", "secretsPolicy", "status") SELECT "clinicianId", "closedOn", "collateralConsentOn", replace("createdAt", '+00:00', 'Z'), "id", "importBatchId", "label", "lastSequence", "nextSessionOn", "nextSessionStart", "openedOn", "outcome", "practiceId", "presentingConcern", "revision", "secretsPolicy", "status" FROM "couple_case";
DROP TABLE "couple_case";
ALTER TABLE "new_couple_case" RENAME TO "couple_case";
CREATE INDEX "couple_case_practiceId_clinicianId_status_idx" ON "couple_case"("practiceId", "clinicianId", "status");
CREATE INDEX "couple_case_practiceId_importBatchId_idx" ON "couple_case"("practiceId", "importBatchId") WHERE "importBatchId" IS NOT NULL;
CREATE TABLE "new_dismissal" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "panel" TEXT NOT NULL,
    "upTo" INTEGER NOT NULL,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "dismissal_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_dismissal" ("caseId", "clinicianId", "createdAt", "id", "panel", "practiceId", "reason", "upTo") SELECT "caseId", "clinicianId", replace("createdAt", '+00:00', 'Z'), "id", "panel", "practiceId", "reason", "upTo" FROM "dismissal";
DROP TABLE "dismissal";
ALTER TABLE "new_dismissal" RENAME TO "dismissal";
CREATE UNIQUE INDEX "dismissal_practiceId_caseId_panel_clinicianId_key" ON "dismissal"("practiceId", "caseId", "panel", "clinicianId");
CREATE TABLE "new_draft" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "corrects" TEXT,
    "correctsVersion" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "day" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "draft_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_draft" ("day", "body", "caseId", "clinicianId", "corrects", "correctsVersion", "createdAt", "id", "kind", "practiceId", "revision", "updatedAt") SELECT CASE WHEN json_valid("body") THEN COALESCE(json_extract("body", '$.day'), '') ELSE '' END, "body", "caseId", "clinicianId", "corrects", "correctsVersion", replace("createdAt", '+00:00', 'Z'), "id", "kind", "practiceId", "revision", replace("updatedAt", '+00:00', 'Z') FROM "draft";
DROP TABLE "draft";
ALTER TABLE "new_draft" RENAME TO "draft";
CREATE INDEX "draft_practiceId_clinicianId_idx" ON "draft"("practiceId", "clinicianId");
CREATE INDEX "draft_practiceId_caseId_idx" ON "draft"("practiceId", "caseId");
CREATE TABLE "new_focus_track" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "rater" TEXT NOT NULL,
    "chosenOn" TEXT NOT NULL,
    "droppedOn" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "focus_track_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_focus_track" ("caseId", "chosenOn", "createdAt", "droppedOn", "id", "practiceId", "rater", "track") SELECT "caseId", "chosenOn", replace("createdAt", '+00:00', 'Z'), "droppedOn", "id", "practiceId", "rater", "track" FROM "focus_track";
DROP TABLE "focus_track";
ALTER TABLE "new_focus_track" RENAME TO "focus_track";
CREATE INDEX "focus_track_practiceId_caseId_idx" ON "focus_track"("practiceId", "caseId");
CREATE TABLE "new_goal" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "bornIn" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "goal_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_goal" ("bornIn", "caseId", "closedOn", "createdAt", "id", "openedOn", "practiceId", "standing", "wording") SELECT "bornIn", "caseId", "closedOn", replace("createdAt", '+00:00', 'Z'), "id", "openedOn", "practiceId", "standing", "wording" FROM "goal";
DROP TABLE "goal";
ALTER TABLE "new_goal" RENAME TO "goal";
CREATE INDEX "goal_practiceId_caseId_idx" ON "goal"("practiceId", "caseId");
CREATE TABLE "new_goal_touch" (
    "goalId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,

    PRIMARY KEY ("practiceId", "goalId", "occasionId"),
    CONSTRAINT "goal_touch_practiceId_goalId_fkey" FOREIGN KEY ("practiceId", "goalId") REFERENCES "goal" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "goal_touch_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_goal_touch" ("goalId", "occasionId", "practiceId") SELECT "goalId", "occasionId", "practiceId" FROM "goal_touch";
DROP TABLE "goal_touch";
ALTER TABLE "new_goal_touch" RENAME TO "goal_touch";
CREATE INDEX "goal_touch_practiceId_occasionId_idx" ON "goal_touch"("practiceId", "occasionId");
CREATE TABLE "new_idempotency_key" (
    "practiceId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "clinicianId", "key")
) WITHOUT ROWID;
INSERT INTO "new_idempotency_key" ("practiceId", "action", "answer", "bodyHash", "clinicianId", "createdAt", "key") SELECT c."practiceId", k."action", k."answer", k."bodyHash", k."clinicianId", replace(k."createdAt", '+00:00', 'Z'), k."key" FROM "idempotency_key" k JOIN "clinician" c ON c."id" = k."clinicianId";
DROP TABLE "idempotency_key";
ALTER TABLE "new_idempotency_key" RENAME TO "idempotency_key";
CREATE TABLE "new_import_batch" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "importedRows" INTEGER NOT NULL,
    "leftOutRows" INTEGER NOT NULL,
    "mapping" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "undoneAt" DATETIME,

    PRIMARY KEY ("practiceId", "id")
);
INSERT INTO "new_import_batch" ("clinicianId", "createdAt", "fileName", "id", "importedRows", "leftOutRows", "mapping", "practiceId", "undoneAt") SELECT "clinicianId", replace("createdAt", '+00:00', 'Z'), "fileName", "id", "importedRows", "leftOutRows", "mapping", "practiceId", replace("undoneAt", '+00:00', 'Z') FROM "import_batch";
DROP TABLE "import_batch";
ALTER TABLE "new_import_batch" RENAME TO "import_batch";
CREATE INDEX "import_batch_practiceId_clinicianId_idx" ON "import_batch"("practiceId", "clinicianId");
CREATE TABLE "new_marked_day" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "marked_day_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_marked_day" ("caseId", "createdAt", "day", "id", "origin", "practiceId", "removedAt", "wording") SELECT "caseId", replace("createdAt", '+00:00', 'Z'), "day", "id", "origin", "practiceId", replace("removedAt", '+00:00', 'Z'), "wording" FROM "marked_day";
DROP TABLE "marked_day";
ALTER TABLE "new_marked_day" RENAME TO "marked_day";
CREATE INDEX "marked_day_practiceId_caseId_idx" ON "marked_day"("practiceId", "caseId");
CREATE TABLE "new_measure" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "better" TEXT NOT NULL,
    "lowest" REAL NOT NULL,
    "highest" REAL NOT NULL,
    "items" INTEGER,
    "cutOff" REAL,
    "cutOffSide" TEXT,
    "changePoints" REAL,
    "reliability" REAL,
    "normSd" REAL,
    "source" TEXT NOT NULL,
    "form" TEXT,
    "mostMissing" INTEGER,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "measure_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_measure" ("archived", "better", "changePoints", "createdAt", "cutOff", "cutOffSide", "form", "highest", "id", "items", "lowest", "mostMissing", "name", "normSd", "practiceId", "reliability", "source", "version") SELECT "archived", "better", "changePoints", replace("createdAt", '+00:00', 'Z'), "cutOff", "cutOffSide", "form", "highest", "id", "items", "lowest", "mostMissing", "name", "normSd", "practiceId", "reliability", "source", "version" FROM "measure";
DROP TABLE "measure";
ALTER TABLE "new_measure" RENAME TO "measure";
CREATE TABLE "new_measure_score" (
    "occasionId" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "measureVersion" TEXT NOT NULL,
    "answeredBy" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "score" REAL,
    "itemsAsked" INTEGER,
    "itemsAnswered" INTEGER,
    "safetyItem" INTEGER,
    "safetyPrompt" TEXT,
    "promptAnsweredOn" TEXT,
    "answers" TEXT,

    PRIMARY KEY ("practiceId", "occasionId"),
    CONSTRAINT "measure_score_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_measure_score" ("about", "answeredBy", "answers", "caseId", "how", "itemsAnswered", "itemsAsked", "measure", "measureVersion", "occasionId", "practiceId", "promptAnsweredOn", "safetyItem", "safetyPrompt", "score") SELECT "about", "answeredBy", "answers", "caseId", "how", "itemsAnswered", "itemsAsked", "measure", "measureVersion", "occasionId", "practiceId", "promptAnsweredOn", "safetyItem", "safetyPrompt", "score" FROM "measure_score";
DROP TABLE "measure_score";
ALTER TABLE "new_measure_score" RENAME TO "measure_score";
CREATE INDEX "measure_score_practiceId_caseId_safetyPrompt_idx" ON "measure_score"("practiceId", "caseId", "safetyPrompt");
CREATE TABLE "new_note" (
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sections" TEXT NOT NULL,

    PRIMARY KEY ("practiceId", "occasionId"),
    CONSTRAINT "note_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_note" ("caseId", "format", "occasionId", "practiceId", "sections") SELECT "caseId", "format", "occasionId", "practiceId", "sections" FROM "note";
DROP TABLE "note";
ALTER TABLE "new_note" RENAME TO "note";
CREATE TABLE "new_observation" (
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "partnerId" TEXT NOT NULL,
    "presence" TEXT,
    "stage" INTEGER,
    "source" TEXT,
    "evidence" TEXT,

    PRIMARY KEY ("practiceId", "occasionId"),
    CONSTRAINT "observation_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_observation" ("caseId", "evidence", "occasionId", "partnerId", "practiceId", "presence", "source", "stage") SELECT "caseId", "evidence", "occasionId", "partnerId", "practiceId", "presence", "source", "stage" FROM "observation";
DROP TABLE "observation";
ALTER TABLE "new_observation" RENAME TO "observation";
CREATE INDEX "observation_practiceId_caseId_presence_idx" ON "observation"("practiceId", "caseId", "presence");
CREATE TABLE "new_observation_stance" (
    "practiceId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,

    PRIMARY KEY ("practiceId", "occasionId", "stance"),
    CONSTRAINT "observation_stance_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "observation" ("practiceId", "occasionId") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_observation_stance" ("practiceId", "occasionId", "stance") SELECT o."practiceId", s."occasionId", s."stance" FROM "observation_stance" s JOIN "observation" o ON o."occasionId" = s."occasionId";
DROP TABLE "observation_stance";
ALTER TABLE "new_observation_stance" RENAME TO "observation_stance";
CREATE TABLE "new_occasion" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rootId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "standing" TEXT NOT NULL DEFAULT 'current',
    "standingReason" TEXT,
    "movedToId" TEXT,
    "movedFromId" TEXT,
    "day" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "attendance" TEXT,
    "startTime" TEXT,
    "minutes" INTEGER,
    "setting" TEXT,
    "activePresent" BOOLEAN,
    "importBatchId" TEXT,
    "importFingerprint" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "occasion_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_occasion" ("activePresent", "attendance", "caseId", "clinicianId", "createdAt", "day", "id", "importBatchId", "importFingerprint", "kind", "minutes", "movedFromId", "movedToId", "practiceId", "rootId", "sequence", "setting", "standing", "standingReason", "startTime", "version") SELECT "activePresent", "attendance", "caseId", "clinicianId", replace("createdAt", '+00:00', 'Z'), "day", "id", "importBatchId", "importFingerprint", "kind", "minutes", "movedFromId", "movedToId", "practiceId", "rootId", "sequence", "setting", "standing", "standingReason", "startTime", "version" FROM "occasion";
DROP TABLE "occasion";
ALTER TABLE "new_occasion" RENAME TO "occasion";
CREATE INDEX "occasion_practiceId_importBatchId_idx" ON "occasion"("practiceId", "importBatchId") WHERE "importBatchId" IS NOT NULL;
CREATE INDEX "occasion_practiceId_caseId_standing_day_sequence_idx" ON "occasion"("practiceId", "caseId", "standing", "day", "sequence");
CREATE UNIQUE INDEX "occasion_practiceId_rootId_version_key" ON "occasion"("practiceId", "rootId", "version");
CREATE TABLE "new_partner" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "pronouns" TEXT,
    "contact" TEXT,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "partner_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_partner" ("caseId", "contact", "id", "label", "practiceId", "pronouns", "seat") SELECT "caseId", "contact", "id", "label", "practiceId", "pronouns", "seat" FROM "partner";
DROP TABLE "partner";
ALTER TABLE "new_partner" RENAME TO "partner";
CREATE UNIQUE INDEX "partner_practiceId_caseId_seat_key" ON "partner"("practiceId", "caseId", "seat");
CREATE TABLE "new_private_note" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "occasionId" TEXT,
    "draftId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealed" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "private_note_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "private_note_practiceId_draftId_fkey" FOREIGN KEY ("practiceId", "draftId") REFERENCES "draft" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_private_note" ("caseId", "clinicianId", "draftId", "id", "occasionId", "practiceId", "sealed", "updatedAt", "version") SELECT "caseId", "clinicianId", "draftId", "id", "occasionId", "practiceId", "sealed", replace("updatedAt", '+00:00', 'Z'), "version" FROM "private_note";
DROP TABLE "private_note";
ALTER TABLE "new_private_note" RENAME TO "private_note";
CREATE INDEX "private_note_practiceId_caseId_idx" ON "private_note"("practiceId", "caseId");
CREATE UNIQUE INDEX "private_note_practiceId_occasionId_key" ON "private_note"("practiceId", "occasionId");
CREATE UNIQUE INDEX "private_note_practiceId_draftId_key" ON "private_note"("practiceId", "draftId");
CREATE TABLE "new_rating" (
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "value" REAL,
    "rater" TEXT NOT NULL,

    PRIMARY KEY ("practiceId", "occasionId", "track", "rater"),
    CONSTRAINT "rating_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_rating" ("caseId", "occasionId", "practiceId", "rater", "track", "value") SELECT "caseId", "occasionId", "practiceId", "rater", "track", "value" FROM "rating";
DROP TABLE "rating";
ALTER TABLE "new_rating" RENAME TO "rating";
CREATE INDEX "rating_own_tracks" ON "rating"("practiceId", "track") WHERE length("track") = 36;
CREATE TABLE "new_role_period" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "partnerId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "role_period_practiceId_partnerId_fkey" FOREIGN KEY ("practiceId", "partnerId") REFERENCES "partner" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_role_period" ("caseId", "fromDay", "id", "partnerId", "practiceId", "role", "toDay") SELECT "caseId", "fromDay", "id", "partnerId", "practiceId", "role", "toDay" FROM "role_period";
DROP TABLE "role_period";
ALTER TABLE "new_role_period" RENAME TO "role_period";
CREATE INDEX "role_period_practiceId_caseId_idx" ON "role_period"("practiceId", "caseId");
CREATE INDEX "role_period_practiceId_partnerId_idx" ON "role_period"("practiceId", "partnerId");
CREATE TABLE "new_safety_concern" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "wording" TEXT NOT NULL,
    "action" TEXT NOT NULL DEFAULT '',
    "closingWords" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "safety_concern_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_safety_concern" ("action", "caseId", "clinicianId", "closedOn", "closingWords", "createdAt", "id", "openedOn", "practiceId", "wording") SELECT "action", "caseId", "clinicianId", "closedOn", "closingWords", replace("createdAt", '+00:00', 'Z'), "id", "openedOn", "practiceId", "wording" FROM "safety_concern";
DROP TABLE "safety_concern";
ALTER TABLE "new_safety_concern" RENAME TO "safety_concern";
CREATE INDEX "safety_concern_practiceId_caseId_idx" ON "safety_concern"("practiceId", "caseId");
CREATE TABLE "new_session_theme" (
    "occasionId" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,

    PRIMARY KEY ("practiceId", "occasionId", "theme"),
    CONSTRAINT "session_theme_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_session_theme" ("caseId", "occasionId", "practiceId", "theme") SELECT "caseId", "occasionId", "practiceId", "theme" FROM "session_theme";
DROP TABLE "session_theme";
ALTER TABLE "new_session_theme" RENAME TO "session_theme";
CREATE INDEX "session_theme_own_themes" ON "session_theme"("practiceId", "theme") WHERE length("theme") = 36;
CREATE TABLE "new_shift" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "remark" TEXT,

    PRIMARY KEY ("practiceId", "occasionId", "id"),
    CONSTRAINT "shift_practiceId_occasionId_fkey" FOREIGN KEY ("practiceId", "occasionId") REFERENCES "occasion" ("practiceId", "id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_shift" ("caseId", "direction", "id", "kind", "occasionId", "practiceId", "remark", "source", "who") SELECT "caseId", "direction", "id", "kind", "occasionId", "practiceId", "remark", "source", "who" FROM "shift";
DROP TABLE "shift";
ALTER TABLE "new_shift" RENAME TO "shift";
CREATE TABLE "new_theme" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "importBatchId" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "theme_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_theme" ("archived", "createdAt", "id", "importBatchId", "name", "practiceId") SELECT "archived", replace("createdAt", '+00:00', 'Z'), "id", "importBatchId", "name", "practiceId" FROM "theme";
DROP TABLE "theme";
ALTER TABLE "new_theme" RENAME TO "theme";
CREATE UNIQUE INDEX "theme_practiceId_name_key" ON "theme"("practiceId", "name");
CREATE TABLE "new_thing_to_try" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "agreedOn" TEXT NOT NULL,
    "agreedIn" TEXT,
    "answeredOn" TEXT,
    "answeredIn" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "thing_to_try_practiceId_caseId_fkey" FOREIGN KEY ("practiceId", "caseId") REFERENCES "couple_case" ("practiceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_thing_to_try" ("agreedIn", "agreedOn", "answeredIn", "answeredOn", "caseId", "createdAt", "id", "practiceId", "standing", "wording") SELECT "agreedIn", "agreedOn", "answeredIn", "answeredOn", "caseId", replace("createdAt", '+00:00', 'Z'), "id", "practiceId", "standing", "wording" FROM "thing_to_try";
DROP TABLE "thing_to_try";
ALTER TABLE "new_thing_to_try" RENAME TO "thing_to_try";
CREATE INDEX "thing_to_try_practiceId_caseId_idx" ON "thing_to_try"("practiceId", "caseId");
CREATE TABLE "new_track" (
    "id" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lowest" REAL NOT NULL,
    "highest" REAL NOT NULL,
    "better" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "caseId" TEXT,
    "importBatchId" TEXT,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("practiceId", "id"),
    CONSTRAINT "track_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_track" ("archived", "better", "caseId", "createdAt", "highest", "id", "importBatchId", "lowest", "name", "practiceId") SELECT "archived", "better", "caseId", replace("createdAt", '+00:00', 'Z'), "highest", "id", "importBatchId", "lowest", "name", "practiceId" FROM "track";
DROP TABLE "track";
ALTER TABLE "new_track" RENAME TO "track";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "audit_entry_wrong_passwords" ON "audit_entry"("actorId", "at") WHERE "action" = 'recovery-key.wrong-password';

-- CreateIndex
CREATE UNIQUE INDEX "clinician_practiceId_id_key" ON "clinician"("practiceId", "id");

-- One spelling of time in the tables that keep their shape.
UPDATE "practice" SET "createdAt" = replace("createdAt", '+00:00', 'Z');
UPDATE "clinician" SET "createdAt" = replace("createdAt", '+00:00', 'Z'), "updatedAt" = replace("updatedAt", '+00:00', 'Z');
UPDATE "sign_in" SET "expiresAt" = replace("expiresAt", '+00:00', 'Z'), "lastActiveAt" = replace("lastActiveAt", '+00:00', 'Z'),
  "lockedAt" = replace("lockedAt", '+00:00', 'Z'), "createdAt" = replace("createdAt", '+00:00', 'Z'), "updatedAt" = replace("updatedAt", '+00:00', 'Z');
UPDATE "credential" SET "createdAt" = replace("createdAt", '+00:00', 'Z'), "updatedAt" = replace("updatedAt", '+00:00', 'Z');
UPDATE "verification" SET "expiresAt" = replace("expiresAt", '+00:00', 'Z'), "createdAt" = replace("createdAt", '+00:00', 'Z'), "updatedAt" = replace("updatedAt", '+00:00', 'Z');
