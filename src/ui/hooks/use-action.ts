import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';

/** Shows a problem until it is dealt with. Filled by the shell. */
export const ReportProblemContext = createContext<(problem: ShopProblem) => void>(() => {});

export interface ActionRunner {
  /** Gives the value of `action`; undefined when it failed, and then its problem is shown. */
  readonly run: <T>(action: () => Promise<Result<T, ShopProblem>>) => Promise<T | undefined>;
  /** The owner's screens disable the button meanwhile, the Counter never does. */
  readonly isRunning: boolean;
}

export function useAction(): ActionRunner {
  const reportProblem = useContext(ReportProblemContext);
  const [running, setRunning] = useState(0);
  async function run<T>(action: () => Promise<Result<T, ShopProblem>>): Promise<T | undefined> {
    setRunning((count) => count + 1);
    const result = await action().finally(() => setRunning((count) => count - 1));
    if (result.ok) return result.value;
    reportProblem(result.problem);
    return undefined;
  }
  return { run, isRunning: running > 0 };
}
