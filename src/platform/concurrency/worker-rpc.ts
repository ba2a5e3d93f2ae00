// Calls to our own worker: one question, any number of progress reports, one answer. Knows nothing of what is asked. A bug in the worker
// arrives as a rejected promise with its name and message, never as a silence.

/** A running call, as the side that answers sees it. */
export interface CallJob<Progress> {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** What one call may bring along besides its question. */
export interface CallOptions<Progress> {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Gives the call up: it rejects with an AbortError, and the worker is told. */
  readonly signal?: AbortSignal | undefined;
}

export interface WorkerCaller<Question, Answer, Progress> {
  readonly call: (question: Question, options: CallOptions<Progress>) => Promise<Answer>;
}

type ToWorker<Question> =
  | { readonly call: number; readonly question: Question }
  | { readonly call: number; readonly stop: true };

type FromWorker<Answer, Progress> =
  | { readonly call: number; readonly answer: Answer }
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly bug: { readonly name: string; readonly message: string } };

interface Waiting<Answer, Progress> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** The side that asks. `start` makes the worker when the first question comes; one that died is made anew. */
export function workerCaller<Question, Answer, Progress>(
  start: () => Worker,
): WorkerCaller<Question, Answer, Progress> {
  const waiting = new Map<number, Waiting<Answer, Progress>>();
  let worker: Worker | null = null;
  let calls = 0;

  function running(): Worker {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener('message', (event: MessageEvent<FromWorker<Answer, Progress>>) =>
      hear(waiting, event.data),
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

  function send(message: ToWorker<Question>): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    running().postMessage(message);
  }

  return {
    call(question, { onProgress = () => {}, signal }) {
      calls += 1;
      const call = calls;
      return new Promise<Answer>((resolve, reject) => {
        waiting.set(call, { resolve, reject, onProgress });
        signal?.addEventListener('abort', () => {
          if (!waiting.delete(call)) return;
          send({ call, stop: true });
          reject(new DOMException('Given up', 'AbortError'));
        });
        send({ call, question });
      });
    },
  };
}

/** The side that answers: called once, at the top of the worker. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- named by the caller, so that both ends are seen to speak of the same
export function answerCalls<Question, Answer, Progress>(
  answer: (question: Question, job: CallJob<Progress>) => Promise<Answer>,
): void {
  const running = new Map<number, AbortController>();
  addEventListener('message', (event: MessageEvent<ToWorker<Question>>) => {
    const message = event.data;
    if ('stop' in message) running.get(message.call)?.abort();
    else void answerOne(message.call, message.question);
  });

  async function answerOne(call: number, question: Question): Promise<void> {
    const stop = new AbortController();
    running.set(call, stop);
    const onProgress = (progress: Progress): void => tell({ call, progress });
    try {
      tell({ call, answer: await answer(question, { onProgress, signal: stop.signal }) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      tell({ call, bug: { name, message } });
    } finally {
      running.delete(call);
    }
  }

  function tell(message: FromWorker<Answer, Progress>): void {
    postMessage(message);
  }
}

function hear<Answer, Progress>(
  waiting: Map<number, Waiting<Answer, Progress>>,
  message: FromWorker<Answer, Progress>,
): void {
  const call = waiting.get(message.call);
  if (call === undefined) return;
  if ('progress' in message) {
    call.onProgress(message.progress);
    return;
  }
  waiting.delete(message.call);
  if ('answer' in message) call.resolve(message.answer);
  else call.reject(Object.assign(new Error(message.bug.message), { name: message.bug.name }));
}
