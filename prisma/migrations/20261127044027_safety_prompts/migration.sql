-- AlterTable
ALTER TABLE "measure_score" ADD COLUMN "promptAnsweredOn" TEXT;
ALTER TABLE "measure_score" ADD COLUMN "safetyPrompt" TEXT;

-- CreateIndex
CREATE INDEX "measure_score_caseId_safetyPrompt_idx" ON "measure_score"("caseId", "safetyPrompt");

-- Whatever was answered before was remembered nowhere: every score with an answer above zero is asked for once. A PHQ-9 total above 24
-- cannot come out with 0 on its ninth item.
UPDATE "measure_score" SET "safetyPrompt" = 'owed'
WHERE "safetyItem" > 0 OR ("safetyItem" IS NULL AND "measure" = 'phq-9' AND "score" > 24);
