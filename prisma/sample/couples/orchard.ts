import type { SampleCase } from "../shape.ts";

/** Just opened: two hours, nothing rated of the other chair yet. */
export const orchard: SampleCase = {
  label: "Orchard",
  active: { label: "Hana", pronouns: "she/her" },
  observing: { label: "Luis", pronouns: "he/him" },
  presentingConcern:
    "Hana and Luis have lived as good flatmates since the second child. She would like to know whether there is more, before she asks him.",
  secretsPolicy: "limited-secrets",
  slot: 2,
  startTime: "09:00",
  minutes: 50,
  setting: "in-person",
  opened: { weeksAgo: 2 },
  nextInDays: 3,
  goals: { find: { wording: "Find out what I miss before I ask for it" } },
  sessions: [
    {
      weeksAgo: 1,
      presence: "absent",
      ratings: [6, 5, 4, 4, 5, 5, 4],
      themes: ["unmet-needs"],
      goals: ["find"],
      note: "First hour. Luis knows that she is here and has not asked why. Nothing to say about him yet, and I do not guess.",
    },
    {
      weeksAgo: 0,
      presence: "absent",
      ratings: [6, 5, null, 5, 5],
      themes: ["unmet-needs", "old-beliefs", "being-parents"],
      goals: ["find"],
      note: "She made a list of evenings she would like to remember. Luis is in most of them.",
      tries: { evening: "Keep one evening free of errands and see what you want to do with it" },
    },
  ],
};
