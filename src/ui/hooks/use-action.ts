import { useContext, useState } from 'preact/hooks';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';
import { ReportProblemContext, type ActionRunner } from './use-shop.ts';

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
