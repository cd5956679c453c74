/**
 * In how many cases a ripple that is there would be found: the second series goes .45 with the first a session before (taken for
 * moderate), neighbours correlated .3, ratings 0–10. Simulated; printed by `npm run bench -- ripple`.
 */
export const RIPPLE_POWER = [
  { sessions: 22, found: "about one case of five" },
  { sessions: 30, found: "about one case of four" },
  { sessions: 40, found: "about two cases of five" },
] as const;
