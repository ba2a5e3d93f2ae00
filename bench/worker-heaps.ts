// The browser tells a worker's memory only in a session of the worker's own.
import type { CDPSession } from 'playwright-core';

/** What each worker of the page holds just now, what is not collected yet too. MB. */
export async function watchWorkerHeaps(
  wire: CDPSession,
): Promise<() => Promise<readonly number[]>> {
  const sessions = new Set<string>();
  const waiting = new Map<number, (usage: Record<string, unknown>) => void>();
  let asked = 0;
  wire.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessions.add(sessionId);
  });
  wire.on('Target.detachedFromTarget', ({ sessionId }) => sessions.delete(sessionId));
  wire.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result = {} } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await wire.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  async function heapOf(sessionId: string): Promise<number> {
    asked += 1;
    const message = JSON.stringify({ id: asked, method: 'Runtime.getHeapUsage' });
    const answered = new Promise<Record<string, unknown>>((resolve) => waiting.set(asked, resolve));
    await wire.send('Target.sendMessageToTarget', { sessionId, message });
    const usage = await answered;
    return (Number(usage['usedSize']) + Number(usage['backingStorageSize'] ?? 0)) / 1e6;
  }
  return () => Promise.all([...sessions].map((each) => heapOf(each)));
}
