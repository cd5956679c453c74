import classes from "./states.module.css";

interface LoadingStateProps {
  /** What is being read, for whoever hears it: "Reading the caseload". */
  readonly label: string;
  /** Heights in px of what will stand here, so that nothing jumps when it comes. */
  readonly heights?: readonly number[];
}

/** Bars the size of what is coming. */
export function LoadingState({ label, heights = [120, 48, 48, 48] }: LoadingStateProps) {
  return (
    <div className={classes.loading} role="status">
      <span className="visually-hidden">{label}</span>
      {heights.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity but their place
        <div key={index} className={classes.bar} style={{ height }} aria-hidden="true" />
      ))}
    </div>
  );
}
