-- Written by `npm run migration`, then changed by hand in one respect: the tables that a logged session writes to are
-- WITHOUT ROWID. Their text keys are then the table itself and not a second index beside it, which spares a third of the
-- pages that every log encrypts and waits for.

-- CreateTable
CREATE TABLE "practice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "movedWithinDays" INTEGER NOT NULL DEFAULT 14,
    "noMoveAfterSessions" INTEGER NOT NULL DEFAULT 5,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "clinician" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'clinician',
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "clinician_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "lastActiveAt" DATETIME,
    "lockedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "sign_in_userId_fkey" FOREIGN KEY ("userId") REFERENCES "clinician" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "clinician" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME,
    "updatedAt" DATETIME
);

-- CreateTable
CREATE TABLE "couple_case" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    CONSTRAINT "couple_case_clinicianId_fkey" FOREIGN KEY ("clinicianId") REFERENCES "clinician" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "partner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "pronouns" TEXT,
    "contact" TEXT,
    CONSTRAINT "partner_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "role_period" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "partnerId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT,
    CONSTRAINT "role_period_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "case_event_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "occasion" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    CONSTRAINT "occasion_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "observation" (
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL PRIMARY KEY,
    "partnerId" TEXT NOT NULL,
    "presence" TEXT,
    "stage" INTEGER,
    "source" TEXT,
    "evidence" TEXT,
    CONSTRAINT "observation_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "observation_stance" (
    "occasionId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,

    PRIMARY KEY ("occasionId", "stance"),
    CONSTRAINT "observation_stance_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "observation" ("occasionId") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "rating" (
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "value" REAL,
    "rater" TEXT NOT NULL,

    PRIMARY KEY ("occasionId", "track", "rater"),
    CONSTRAINT "rating_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "session_theme" (
    "occasionId" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,

    PRIMARY KEY ("occasionId", "theme"),
    CONSTRAINT "session_theme_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "shift" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "remark" TEXT,
    CONSTRAINT "shift_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "goal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "bornIn" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "goal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "goal_touch" (
    "goalId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL,
    "practiceId" TEXT NOT NULL,

    PRIMARY KEY ("goalId", "occasionId"),
    CONSTRAINT "goal_touch_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "goal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "goal_touch_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "thing_to_try" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'open',
    "agreedOn" TEXT NOT NULL,
    "agreedIn" TEXT,
    "answeredOn" TEXT,
    "answeredIn" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "thing_to_try_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "safety_concern" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "wording" TEXT NOT NULL,
    "action" TEXT NOT NULL DEFAULT '',
    "closingWords" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "safety_concern_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "note" (
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "occasionId" TEXT NOT NULL PRIMARY KEY,
    "format" TEXT NOT NULL,
    "sections" TEXT NOT NULL,
    CONSTRAINT "note_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "private_note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "occasionId" TEXT,
    "draftId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sealed" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "private_note_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "private_note_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "corrects" TEXT,
    "correctsVersion" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "draft_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "dismissal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "panel" TEXT NOT NULL,
    "upTo" INTEGER NOT NULL,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "dismissal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "track" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lowest" REAL NOT NULL,
    "highest" REAL NOT NULL,
    "better" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "caseId" TEXT,
    "importBatchId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "track_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "theme" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "importBatchId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "theme_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "clinicianId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "importedRows" INTEGER NOT NULL,
    "leftOutRows" INTEGER NOT NULL,
    "mapping" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "undoneAt" DATETIME
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "clinicianId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("clinicianId", "key")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "audit_entry" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "practiceId" TEXT,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT,
    "caseId" TEXT,
    "mac" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sequence" INTEGER NOT NULL,
    "mac" TEXT NOT NULL,
    "seal" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "clinician_email_key" ON "clinician"("email");

-- CreateIndex
CREATE INDEX "clinician_practiceId_idx" ON "clinician"("practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_key" ON "sign_in"("token");

-- CreateIndex
CREATE INDEX "sign_in_userId_idx" ON "sign_in"("userId");

-- CreateIndex
CREATE INDEX "credential_userId_idx" ON "credential"("userId");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "couple_case_clinicianId_status_idx" ON "couple_case"("clinicianId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "partner_caseId_seat_key" ON "partner"("caseId", "seat");

-- CreateIndex
CREATE INDEX "role_period_caseId_idx" ON "role_period"("caseId");

-- CreateIndex
CREATE INDEX "case_event_caseId_day_idx" ON "case_event"("caseId", "day");

-- CreateIndex
CREATE INDEX "occasion_caseId_standing_day_sequence_idx" ON "occasion"("caseId", "standing", "day", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "occasion_rootId_version_key" ON "occasion"("rootId", "version");

-- CreateIndex
CREATE INDEX "observation_caseId_presence_idx" ON "observation"("caseId", "presence");

-- CreateIndex
CREATE INDEX "shift_occasionId_idx" ON "shift"("occasionId");

-- CreateIndex
CREATE INDEX "goal_caseId_idx" ON "goal"("caseId");

-- CreateIndex
CREATE INDEX "goal_touch_occasionId_idx" ON "goal_touch"("occasionId");

-- CreateIndex
CREATE INDEX "thing_to_try_caseId_idx" ON "thing_to_try"("caseId");

-- CreateIndex
CREATE INDEX "safety_concern_caseId_idx" ON "safety_concern"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "private_note_occasionId_key" ON "private_note"("occasionId");

-- CreateIndex
CREATE UNIQUE INDEX "private_note_draftId_key" ON "private_note"("draftId");

-- CreateIndex
CREATE INDEX "private_note_caseId_idx" ON "private_note"("caseId");

-- CreateIndex
CREATE INDEX "draft_clinicianId_idx" ON "draft"("clinicianId");

-- CreateIndex
CREATE INDEX "draft_caseId_idx" ON "draft"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "dismissal_caseId_panel_clinicianId_key" ON "dismissal"("caseId", "panel", "clinicianId");

-- CreateIndex
CREATE INDEX "track_practiceId_idx" ON "track"("practiceId");

-- CreateIndex
CREATE UNIQUE INDEX "theme_practiceId_name_key" ON "theme"("practiceId", "name");

-- CreateIndex
CREATE INDEX "import_batch_clinicianId_idx" ON "import_batch"("clinicianId");
