/** What was explored in a session. Five are built in; the practice adds its own. */
export const BUILT_IN_THEMES = ["how-i-show-up", "emotional-triggers", "unmet-needs", "patterns-i-reinforce", "old-beliefs"] as const;
export type BuiltInTheme = (typeof BUILT_IN_THEMES)[number];

export const THEME_WORDS: Record<BuiltInTheme, string> = {
  "how-i-show-up": "How I show up",
  "emotional-triggers": "Emotional triggers",
  "unmet-needs": "Unmet needs",
  "patterns-i-reinforce": "Patterns I reinforce",
  "old-beliefs": "Old beliefs (love, trust, intimacy)",
};

export function isBuiltInTheme(theme: string): theme is BuiltInTheme {
  return (BUILT_IN_THEMES as readonly string[]).includes(theme);
}
