import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';

/** Says a problem on screen, where it stays until it is dealt with. Filled by the shell. */
export const ReportProblemContext = createContext<(problem: ShopProblem) => void>(() => {});

export interface ActionRunner {
  /**
   * Runs the verb; says its problem if there is one; gives back what it made, or undefined when it
   * failed.
   */
  readonly run: <T>(action: () => Promise<Result<T, ShopProblem>>) => Promise<T | undefined>;
  /**
   * Whether one is running: owner's screens disable the button meanwhile, the Counter never does.
   */
  readonly isRunning: boolean;
}

/** Runs verbs from a screen, one problem sentence for all. */
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
