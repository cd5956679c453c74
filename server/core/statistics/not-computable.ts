/** What a statistic gives when it can be computed: its figures, flat beside the status. */
export type Computed<Figures> = { readonly status: "computed" } & Readonly<Figures>;

/** What it gives when it cannot, and why. */
export interface NotComputable<Reason extends string> {
  readonly status: "not-computable";
  readonly reason: Reason;
}

/** The answer "not computable", with its reason: a value, never a figure that stands in for one. */
export function notComputable<const Reason extends string>(reason: Reason): NotComputable<Reason> {
  return { status: "not-computable", reason };
}
