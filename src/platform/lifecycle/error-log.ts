// The last errors of this page, in memory, to be saved beside a backup after a crash. A message may
// quote what the program was working on, so only words that programs use are logged: no name,
// number or note of the shop.

const maxErrors = 20;
const maxFrames = 6;
const recorded: string[] = [];

/** Logs every uncaught error, until the returned function is called. */
export function captureErrors(): () => void {
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  return () => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  };
}

function onError({ error, message }: ErrorEvent): void {
  logError(error ?? message);
}

function onRejection({ reason }: PromiseRejectionEvent): void {
  logError(reason);
}

/** Logs `error`; a repeated one once, and the oldest goes when there are many. */
export function logError(error: unknown): void {
  const text = redactedError(error);
  if (recorded.at(-1) === text) return;
  recorded.push(text);
  recorded.splice(0, Math.max(0, recorded.length - maxErrors));
}

export function recentErrors(): readonly string[] {
  return [...recorded];
}

/** `error` without the shop's words: its kind, the program's words of its message, and where. */
export function redactedError(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error';
  const name = /^[A-Z][A-Za-z]{2,40}(?:Error|Exception)$/.test(error.name) ? error.name : 'Error';
  const words = [...error.message.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(([word]) =>
    programWords.has(word) ? word : '…',
  );
  const frames = [...(error.stack ?? '').matchAll(/\/assets\/([\w-]+\.js:\d+:\d+)/g)];
  const message = words
    .slice(0, 40)
    .join(' ')
    .replaceAll(/…(?: …)+/g, '…');
  return [`${name}: ${message}`, ...frames.slice(0, maxFrames).map(([, frame]) => frame)].join(
    ' | ',
  );
}

const programWords: ReadonlySet<string> = new Set(
  (
    'a an and array at be been Cannot cannot call Can t can closed closing connection convert could database defined ' +
    'deleted dynamically end error exceeded execute expected failed Failed fetch finished found function has IDBDatabase ' +
    'IDBObjectStore IDBTransaction import imported in input instance Internal invalid is it iterable JSON key length load ' +
    'Maximum memory module must no not null number object of on open opening out position properties property quota range ' +
    'read reading request script server setting size stack state storage store string such the timed to token transaction type ' +
    'undefined Unexpected unknown Unknown upgrade value version was with'
  ).split(' '),
);
