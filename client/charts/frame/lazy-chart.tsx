import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

interface Meanwhile {
  /** What stands there until the chart can be drawn. */
  readonly meanwhile: ReactNode;
}

/**
 * A chart whose code, with the drawing library, comes with the first chart and not with the sign-in page. Fetching begins when
 * this is called. Not React's own `lazy`: it keeps whatever stood in for a part on screen for 300 ms, fetched or not, and that
 * is most of the time in which a long timeline is to be drawn (docs/reliability.md, "Speed").
 */
export function lazyChart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props & Meanwhile> {
  let chart: ComponentType<Props> | undefined;
  const fetchChart = async () => {
    chart ??= await load();
  };
  // Beside the figures, not after them; where it fails, drawing asks again.
  void fetchChart().catch(() => undefined);

  return function LazyChart({ meanwhile, ...props }: Props & Meanwhile) {
    const [fetched, setFetched] = useState(chart !== undefined);
    const [fault, setFault] = useState<unknown>(null);
    useEffect(() => {
      if (fetched) return;
      let isHere = true;
      fetchChart().then(
        () => isHere && setFetched(true),
        (reason: unknown) => isHere && setFault(reason),
      );
      return () => {
        isHere = false;
      };
    }, [fetched]);
    // The nearest boundary says that this part could not be shown.
    if (fault !== null) throw fault;
    return chart && fetched ? createElement(chart, props as unknown as Props) : meanwhile;
  };
}
