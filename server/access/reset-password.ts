import { type Refusal, refuse } from "#core/vocabulary/refusal.ts";
import { auditedWrite } from "#server/audit/audit.ts";
import { NOBODY } from "#server/database/database.ts";
import type { Services } from "#server/process/services.ts";
import { hashPassword, weaknessOf } from "./password.ts";

/**
 * A forgotten password, reset by whoever holds the machine (there is no mail server). Ends every sign-in of that
 * clinician. The trail says "by the machine's keeper": no clinician acted.
 */
export async function resetPassword(
  services: Pick<Services, "database" | "keys" | "now">,
  { email, password }: { email: string; password: string },
): Promise<{ endedSignIns: number } | Refusal> {
  const clinician = await services.database.read(NOBODY).prisma.clinician.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { practice: true },
  });
  if (!clinician) return refuse("not-found", "email");
  const weak = weaknessOf(password, { email: clinician.email, practiceName: clinician.practice.name });
  if (weak) return weak;
  const passwordHash = await hashPassword(password);
  return auditedWrite(services, { actor: { clinicianId: null, practiceId: clinician.practiceId } }, async (tx, note) => {
    await tx.prisma.credential.updateMany({
      where: { userId: clinician.id, providerId: "credential" },
      data: { password: passwordHash, updatedAt: services.now() },
    });
    const ended = await tx.prisma.signIn.deleteMany({ where: { userId: clinician.id } });
    note({ action: "password.reset", objectType: "clinician", objectId: clinician.id });
    return { endedSignIns: ended.count };
  });
}
