import { count, shortDay } from "#client/format.ts";
import type { CaseView, RolePeriodView } from "#core/contracts/case.ts";
import { OUTCOME_WORDS, ROLE_WORDS, SECRETS_POLICY_WORDS, type Seat } from "#core/vocabulary/case.ts";
import { stageWord } from "#core/vocabulary/engagement.ts";

/** The role a partner is in now. */
export function currentRole(roles: readonly RolePeriodView[], seat: Seat): RolePeriodView | undefined {
  return roles.filter((role) => role.seat === seat && role.toDay === null).at(-1) ?? roles.filter((role) => role.seat === seat).at(-1);
}

/** "since 3 Jul · 14 sessions · listening, last rated 14 Aug · observer since 3 Jul · limited-secrets policy". */
export function caseLine(coupleCase: CaseView, today: string): string {
  const { openedOn, sessionsHeld, secretsPolicy, roles, stage, stageOn } = coupleCase;
  const observing = currentRole(roles, "observing");
  const active = currentRole(roles, "active");
  return [
    `since ${shortDay(openedOn, today)}`,
    count(sessionsHeld, "session"),
    stage === null || stageOn === null ? null : `${stageWord(stage)}, last rated ${shortDay(stageOn, today)}`,
    observing ? `${ROLE_WORDS[observing.role]} since ${shortDay(observing.fromDay, today)}` : null,
    active && active.role !== "client" ? `active partner ${ROLE_WORDS[active.role]} since ${shortDay(active.fromDay, today)}` : null,
    SECRETS_POLICY_WORDS[secretsPolicy],
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

/** How the case stands, where it is not simply active: "Closed on 3 Nov: the relationship ended. They parted as friends." */
export function standingSentence({ status, events, outcome }: CaseView, today: string): string | null {
  if (status === "active") return null;
  const event = events.filter(({ kind }) => kind === (status === "closed" ? "closed" : "paused")).at(-1);
  const day = event ? ` on ${shortDay(event.day, today)}` : "";
  const reason = event?.reason ? ` ${event.reason}` : "";
  if (status === "paused") return `Paused${day}.${reason}`;
  return `Closed${day}${outcome === null ? "" : `: ${OUTCOME_WORDS[outcome]}`}.${reason}`;
}
