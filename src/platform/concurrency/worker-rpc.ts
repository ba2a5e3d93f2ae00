// Calls to our own worker: one request, any number of progress reports, one response. A bug in the
// worker is a rejected promise with its name and message, never a silence.

/** A running call, as the side that answers sees it. */
export interface CallContext<Progress> {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** What one call may have besides its input. */
interface CallOptions<Progress> {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Cancels the call: it rejects with an AbortError, and the worker is told. */
  readonly signal?: AbortSignal | undefined;
}

export interface Caller<Input, Output, Progress> {
  readonly call: (input: Input, options: CallOptions<Progress>) => Promise<Output>;
}

type ToWorker<Input> =
  | { readonly call: number; readonly input: Input }
  | { readonly call: number; readonly stop: true };

type FromWorker<Output, Progress> =
  | { readonly call: number; readonly output: Output }
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly bug: { readonly name: string; readonly message: string } };

interface Waiting<Output, Progress> {
  readonly resolve: (output: Output) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** The side that asks. `start` makes the worker at the first call, and again when it died. */
export function createCaller<Input, Output, Progress>(
  start: () => Worker,
): Caller<Input, Output, Progress> {
  const waiting = new Map<number, Waiting<Output, Progress>>();
  let worker: Worker | null = null;
  let calls = 0;

  function running(): Worker {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener('message', (event: MessageEvent<FromWorker<Output, Progress>>) =>
      onMessage(waiting, event.data),
    );
    started.addEventListener('error', (event) => {
      worker = null;
      started.terminate();
      for (const call of waiting.values()) call.reject(new Error(event.message || 'worker died'));
      waiting.clear();
    });
    worker = started;
    return started;
  }

  function send(message: ToWorker<Input>): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    running().postMessage(message);
  }

  return {
    call(input, { onProgress = () => {}, signal }) {
      calls += 1;
      const call = calls;
      return new Promise<Output>((resolve, reject) => {
        waiting.set(call, { resolve, reject, onProgress });
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(call)) return;
          send({ call, stop: true });
          reject(new DOMException('Given up', 'AbortError'));
        });
        send({ call, input });
      });
    },
  };
}

/** The side that answers: called once, at the top of the worker. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- named by the caller, so that both ends are seen to speak of the same
export function serveCalls<Input, Output, Progress>(
  answer: (input: Input, context: CallContext<Progress>) => Promise<Output>,
): void {
  const running = new Map<number, AbortController>();
  addEventListener('message', (event: MessageEvent<ToWorker<Input>>) => {
    const message = event.data;
    if ('stop' in message) running.get(message.call)?.abort();
    else void serveOne(message.call, message.input);
  });

  async function serveOne(call: number, input: Input): Promise<void> {
    const stop = new AbortController();
    running.set(call, stop);
    const onProgress = (progress: Progress): void => post({ call, progress });
    try {
      post({ call, output: await answer(input, { onProgress, signal: stop.signal }) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ call, bug: { name, message } });
    } finally {
      running.delete(call);
    }
  }

  function post(message: FromWorker<Output, Progress>): void {
    postMessage(message);
  }
}

function onMessage<Output, Progress>(
  waiting: Map<number, Waiting<Output, Progress>>,
  message: FromWorker<Output, Progress>,
): void {
  const call = waiting.get(message.call);
  if (call === undefined) return;
  if ('progress' in message) {
    call.onProgress(message.progress);
    return;
  }
  waiting.delete(message.call);
  if ('output' in message) call.resolve(message.output);
  else call.reject(Object.assign(new Error(message.bug.message), { name: message.bug.name }));
}
