/** From this many pairs on the earlier ones are held against the later ones: three on each side, as before and after a day. */
export const FEWEST_OVER_TIME = 6;
