-- CreateTable
CREATE TABLE "focus_track" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "rater" TEXT NOT NULL,
    "chosenOn" TEXT NOT NULL,
    "droppedOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "focus_track_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "marked_day" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "practiceId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "marked_day_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "couple_case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    CONSTRAINT "measure_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "measure_score" (
    "occasionId" TEXT NOT NULL PRIMARY KEY,
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
    "answers" TEXT,
    CONSTRAINT "measure_score_occasionId_fkey" FOREIGN KEY ("occasionId") REFERENCES "occasion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "focus_track_caseId_idx" ON "focus_track"("caseId");

-- CreateIndex
CREATE INDEX "marked_day_caseId_idx" ON "marked_day"("caseId");

-- CreateIndex
CREATE INDEX "measure_practiceId_idx" ON "measure"("practiceId");
