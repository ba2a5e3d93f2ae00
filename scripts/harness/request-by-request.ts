// One business action done again and again on the same small shop, each time with another storage
// request failing.
import type { Deps } from '#app/deps.ts';
import { textOf } from './derived-rows.ts';
import { isLongAction, recover, prepareLongAction, type LongActionName } from './long-actions.ts';
import { failRequests, requestCount, type RequestFault } from './planted-faults.ts';
import { contentOf, putContent, type Content } from './raw-storage.ts';
import { prepareAction, type ActionName, type Ready } from './shop-actions.ts';

/**
 * What came of it: `saved` and `refused` count answers, `broken` says where the shop was neither as
 * before nor as after.
 */
export interface RequestFindings {
  readonly tries: number;
  readonly saved: number;
  readonly refused: number;
  readonly broken: readonly string[];
}

/** The shop to begin from each time, and how to make clock and ids begin anew. */
export interface RequestCampaign {
  readonly deps: Deps;
  readonly scene: Content;
  readonly rewind: () => void;
}

/** Fails each request of `action` in turn, until one more than it comes to. */
export async function failEachRequest(
  stage: RequestCampaign,
  action: ActionName | LongActionName,
  fault: Omit<RequestFault, 'first'>,
): Promise<RequestFindings> {
  const undisturbed = await readyOn(stage, action);
  const outcome = await undisturbed.ready();
  if (!outcome.ok) throw new Error(`${action}: ${outcome.problem.kind}`);
  const done = await shopText(stage, action);
  const findings = { tries: 0, saved: 0, refused: 0, broken: [] as string[] };
  for (let first = 1; ; first += 1) {
    const { before, ready } = await readyOn(stage, action);
    const { problem, asked } = await runWithFault(ready, { ...fault, first });
    if (asked < first) return findings;
    findings.tries += 1;
    if (problem === null) findings.saved += 1;
    else findings.refused += 1;
    if (isLongAction(action)) await recover(stage.deps);
    const after = await shopText(stage, action);
    if (problem !== null && !problem.startsWith('said: '))
      findings.broken.push(`request ${first}: ${problem}`);
    if (!allowed({ action, problem, before, done }).includes(after))
      findings.broken.push(`request ${first}: in between after ${problem ?? 'it was saved'}`);
  }
}

interface Outcome {
  readonly action: ActionName | LongActionName;
  readonly problem: string | null;
  readonly before: string;
  readonly done: string;
}

// What takes several transactions may have been refused after its first one: then the next start
// ends it, either way.
function allowed({ action, problem, before, done }: Outcome): readonly string[] {
  if (problem === null) return [done];
  return isLongAction(action) ? [before, done] : [before];
}

async function readyOn(
  { deps, scene, rewind }: RequestCampaign,
  action: ActionName | LongActionName,
): Promise<{ readonly before: string; readonly ready: Ready }> {
  await putContent(deps.db.name, scene);
  rewind();
  const on = { deps, turn: 1 };
  const ready = await (isLongAction(action)
    ? prepareLongAction(action, on)
    : prepareAction(action, on));
  return { before: await shopText({ deps }, action), ready };
}

async function runWithFault(
  ready: Ready,
  fault: RequestFault,
): Promise<{ readonly problem: string | null; readonly asked: number }> {
  failRequests(fault);
  try {
    const done = await ready();
    return { problem: done.ok ? null : `said: ${done.problem.kind}`, asked: requestCount() };
  } catch (error) {
    return { problem: `thrown: ${String(error)}`, asked: requestCount() };
  } finally {
    failRequests(null);
  }
}

// An act that is tried again may take another number for what it makes; which number is nobody's
// business. Nor is how many transactions it took to clear away what was begun: then stamps are told
// apart by their order alone.
async function shopText(
  { deps }: Pick<RequestCampaign, 'deps'>,
  action: ActionName | LongActionName,
): Promise<string> {
  const { meta, ...content } = await contentOf(deps.db.name);
  if (!isLongAction(action)) return numbered(textOf({ ...content, meta }), countedId);
  const known = (meta ?? []).map(withoutLastStamp);
  return numbered(numbered(textOf({ ...content, meta: known }), countedId), anyStamp);
}

function withoutLastStamp(row: unknown): object {
  return { ...Object(row), lastStamp: null };
}

function numbered(text: string, pattern: RegExp): string {
  const numbers = new Map<string, number>();
  return text.replace(pattern, (each) => {
    const number = numbers.get(each) ?? numbers.size;
    numbers.set(each, number);
    return `number ${number}`;
  });
}

const countedId = /01900000-0000-7000-8000-\d{12}/g;
const anyStamp = /\d{15}-[0-9a-f]{4}-[0-9a-z]{1,16}/g;
