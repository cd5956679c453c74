import { v7 } from "uuid";

/**
 * A new row's id: random and in order of time (UUID version 7). Ids in order land next to each other in every index; wholly
 * random ones dirtied, and encrypted, and synced, some twenty pages for one logged session instead of a handful.
 */
export function newId(): string {
  return v7();
}
