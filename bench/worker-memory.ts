// The browser tells a worker's memory only in a session of the worker's own.
import type { CDPSession } from 'playwright-core';

/** What the worker of a page holds, columns too, after a collection. MB. */
export async function memoryOfWorker(wire: CDPSession): Promise<number> {
  const attached = new Promise<string>((resolve) => {
    wire.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await wire.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  await askTarget(wire, sessionId, { id: 1, method: 'HeapProfiler.collectGarbage' });
  const usage = await askTarget(wire, sessionId, { id: 2, method: 'Runtime.getHeapUsage' });
  await wire.detach();
  return (Number(usage['usedSize']) + Number(usage['backingStorageSize'] ?? 0)) / 1e6;
}

function askTarget(
  wire: CDPSession,
  sessionId: string,
  asked: { readonly id: number; readonly method: string },
): Promise<Record<string, unknown>> {
  const answered = new Promise<Record<string, unknown>>((resolve) => {
    wire.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result = {} } = JSON.parse(message);
      if (id === asked.id) resolve(result);
    });
  });
  void wire.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify(asked) });
  return answered;
}
