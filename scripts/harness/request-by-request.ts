// One business action done again and again on the same small shop, each time with another storage request failing.
import type { Deps } from '#app/deps.ts';
import { textOf } from './derived-rows.ts';
import { failRequests, requestsAsked, type RequestFault } from './planted-faults.ts';
import { contentOf, putContent, type Content } from './raw-storage.ts';
import { prepared, type ActionName, type Ready } from './shop-actions.ts';

/** What came of it: `saved` and `refused` count answers, `broken` says where the shop was neither as before nor as after. */
export interface RequestFindings {
  readonly tries: number;
  readonly saved: number;
  readonly refused: number;
  readonly broken: readonly string[];
}

/** The shop to begin from each time, and how to make clock and ids begin anew. */
export interface Stage {
  readonly deps: Deps;
  readonly scene: Content;
  readonly rewind: () => void;
}

/** Fails each request of `action` in turn, until one more than it comes to. */
export async function failEachRequest(
  stage: Stage,
  action: ActionName,
  fault: Omit<RequestFault, 'first'>,
): Promise<RequestFindings> {
  const undisturbed = await readyOn(stage, action);
  const outcome = await undisturbed.ready();
  if (!outcome.ok) throw new Error(`${action}: ${outcome.problem.kind}`);
  const done = await shopText(stage);
  const findings = { tries: 0, saved: 0, refused: 0, broken: [] as string[] };
  for (let first = 1; ; first += 1) {
    const { before, ready } = await readyOn(stage, action);
    const { problem, asked } = await disturbed(ready, { ...fault, first });
    if (asked < first) return findings;
    findings.tries += 1;
    if (problem === null) findings.saved += 1;
    else findings.refused += 1;
    const after = await shopText(stage);
    if (problem !== null && !problem.startsWith('said: '))
      findings.broken.push(`request ${first}: ${problem}`);
    if (after !== (problem === null ? done : before))
      findings.broken.push(`request ${first}: in between after ${problem ?? 'it was saved'}`);
  }
}

async function readyOn(
  { deps, scene, rewind }: Stage,
  action: ActionName,
): Promise<{ readonly before: string; readonly ready: Ready }> {
  await putContent(deps.db.name, scene);
  rewind();
  const ready = await prepared(action, { deps, turn: 1 });
  return { before: await shopText({ deps }), ready };
}

async function disturbed(
  ready: Ready,
  fault: RequestFault,
): Promise<{ readonly problem: string | null; readonly asked: number }> {
  failRequests(fault);
  try {
    const done = await ready();
    return { problem: done.ok ? null : `said: ${done.problem.kind}`, asked: requestsAsked() };
  } catch (error) {
    return { problem: `thrown: ${String(error)}`, asked: requestsAsked() };
  } finally {
    failRequests(null);
  }
}

// An act that is tried again may take another number for what it makes; which number is nobody's business.
async function shopText({ deps }: Pick<Stage, 'deps'>): Promise<string> {
  const numbers = new Map<string, number>();
  return textOf(await contentOf(deps.db.name)).replace(countedId, (id) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return `number ${number}`;
  });
}

const countedId = /01900000-0000-7000-8000-\d{12}/g;
