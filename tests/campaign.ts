/**
 * How often a test repeats what it does: as often as a daily run allows, or in `npm run campaign` many times more, with the
 * same assertions. The campaign runs every test file that imports this one.
 */
export function times({ usual, campaign }: { usual: number; campaign: number }): number {
  return process.env.CAMPAIGN === "1" ? campaign : usual;
}
