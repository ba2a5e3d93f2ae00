// Speaks with the shop's own server, at the address that the app was loaded from and at no other.
// Knows neither rows nor keys: what it carries is sealed. Nobody waits for it.

import type { Result } from '#lib/result.ts';
import { failed, ok } from '#lib/result.ts';

/** Why the server did not do it. */
export type DepotProblem =
  /** It did not answer: no line, or no server at this address. */
  | 'no-line'
  | 'refused'
  /** It does not know this tablet, or not any more. */
  | 'unknown-here'
  | 'taken-out'
  /** Another parcel has that number, or one before it is missing. */
  | 'conflict'
  | 'full'
  | 'busy';

export interface DepotRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the server's own part of the address. */
  readonly path: string;
  readonly pass?: string | undefined;
  readonly body?: unknown;
}

/** The way to one server; an object, so that tests may stand one in front of another. */
export interface DepotLine {
  readonly ask: (request: DepotRequest) => Promise<Result<unknown, DepotProblem>>;
  /** Gives each message of the answer as it comes; resolves when the line ends. */
  readonly listen: (
    request: DepotRequest,
    onMessage: (message: unknown) => Promise<void>,
    signal: AbortSignal,
  ) => Promise<DepotProblem>;
}

/** Without a sign of life for so long, the line is dead, whatever the browser thinks. */
const silenceMs = 45_000;

/** `base` ends in a slash. */
export function depotLine(base: string): DepotLine {
  return {
    async ask(request) {
      const response = await send(base, request, AbortSignal.timeout(silenceMs));
      if (response === null) return failed('no-line');
      if (!response.ok) return failed(await readProblem(response));
      const answer: unknown = await response.json().catch(() => undefined);
      return answer === undefined ? failed('no-line') : ok(answer);
    },
    async listen(request, onMessage, signal) {
      const quiet = silenceWatch(signal);
      const response = await send(base, request, quiet.signal);
      if (response === null) return 'no-line';
      if (!response.ok || response.body === null) return readProblem(response);
      const handlers = { onMessage, onSign: quiet.onSign };
      await readMessages(response.body.getReader(), handlers, quiet.signal).catch(() => undefined);
      quiet.stop();
      return 'no-line';
    },
  };
}

async function send(
  base: string,
  { method, path, pass, body }: DepotRequest,
  signal: AbortSignal,
): Promise<Response | null> {
  const headers = {
    ...(pass === undefined ? {} : { authorization: `Bearer ${pass}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const options = {
    method,
    headers,
    signal,
    cache: 'no-store',
    redirect: 'error',
    ...sent,
  } as const;
  return fetch(base + path, options).catch(() => null);
}

async function readProblem(response: Response): Promise<DepotProblem> {
  const code = await response.text().catch(() => '');
  const known = problems.find((problem) => problem === code.trim());
  // A host without a server of ours has pages of its own.
  return known ?? (response.status >= 500 || response.status === 404 ? 'no-line' : 'refused');
}

const problems: readonly DepotProblem[] = [
  'refused',
  'unknown-here',
  'taken-out',
  'conflict',
  'full',
  'busy',
];

interface SilenceWatch {
  readonly signal: AbortSignal;
  readonly onSign: () => void;
  readonly stop: () => void;
}

function silenceWatch(outer: AbortSignal): SilenceWatch {
  const control = new AbortController();
  const stop = (): void => control.abort();
  let timer = setTimeout(stop, silenceMs);
  outer.addEventListener('abort', stop, { once: true });
  return {
    signal: control.signal,
    onSign() {
      clearTimeout(timer);
      timer = setTimeout(stop, silenceMs);
    },
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
    },
  };
}

interface MessageHandlers {
  readonly onMessage: (message: unknown) => Promise<void>;
  readonly onSign: () => void;
}

// One message a line of JSON; an empty line is a sign of life.
async function readMessages(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { onMessage, onSign }: MessageHandlers,
  signal: AbortSignal,
): Promise<void> {
  const decoder = new TextDecoder();
  // Not every engine still ends a body whose request it has long forgotten.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  let parts: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    const [first = '', ...rest] = decoder.decode(value, { stream: true }).split('\n');
    parts.push(first);
    for (const next of rest) {
      const line = parts.join('');
      if (line !== '') await onMessage(JSON.parse(line));
      parts = [next];
    }
  }
}
