/** Charts of one case that can be taken along as a file. */
export const CASE_CHARTS = ["timeline", "focus", "themes", "measure", "before-after", "ripple", "guess"] as const;
export type CaseChart = (typeof CASE_CHARTS)[number];

/** Charts over all cases of a clinician. */
export const CASELOAD_CHARTS = ["insights"] as const;
export type CaseloadChart = (typeof CASELOAD_CHARTS)[number];

/** A picture of dots, or one of lines that stays sharp at any size. */
export const PICTURE_KINDS = ["png", "svg"] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** How a chart leaves the screen: as a file, or on paper. */
export const LEAVING_KINDS = [...PICTURE_KINDS, "paper"] as const;
export type LeavingKind = (typeof LEAVING_KINDS)[number];
