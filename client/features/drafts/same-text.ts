import type { DraftBody } from "#core/contracts/draft.ts";

interface Text {
  readonly body: DraftBody;
  readonly privateNote: string;
}

/** Do two forms hold the same? Key order does not matter: the server's parse reorders it. */
export function sameText(one: Text, other: Text): boolean {
  return one.privateNote === other.privateNote && same(one.body, other.body);
}

/** Equal by content, for what JSON can hold. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
  );
}
