// Counts what a page or a worker does, by standing before the browser's own methods: requests to
// IndexedDB, rows read, bytes cloned in and out, and comparisons of texts. Off until it is switched
// on, so that nothing is weighed while time is measured.

/** Work done since counting began. */
export interface CountedWork {
  readonly requests: number;
  readonly rows: number;
  readonly bytes: number;
  /** Looks of one text into another. */
  readonly comparisons: number;
}

/** One request of a transaction, so that the same can be asked once more without the app. */
export interface NotedRequest {
  readonly store: string;
  readonly index: string | null;
  readonly method: string;
  readonly words: readonly unknown[];
}

/** One transaction that writes, from its opening to the browser's word that it is on the disk. */
export interface NotedTransaction {
  readonly openedAt: number;
  readonly doneAt: Promise<number>;
  readonly requests: readonly NotedRequest[];
}

const nothing: CountedWork = { requests: 0, rows: 0, bytes: 0, comparisons: 0 };
let work = { ...nothing };
let isCounting = false;
const open = new WeakMap<IDBTransaction, NotedRequest[]>();
const heard = new Set<(transaction: NotedTransaction) => void>();

/** Begins to count from nothing. */
export function beginCounting(): void {
  work = { ...nothing };
  isCounting = true;
  watchTexts();
}

/** What was counted so far. */
export function counted(): CountedWork {
  return { ...work };
}

/** Stops counting and gives what was counted. */
export function endCounting(): CountedWork {
  isCounting = false;
  unwatchTexts();
  return counted();
}

/** Resolves with the next transaction that is opened for writing. */
export function nextWrite(): Promise<NotedTransaction> {
  return new Promise((resolve) => {
    function hear(transaction: NotedTransaction): void {
      heard.delete(hear);
      resolve(transaction);
    }
    heard.add(hear);
  });
}

type Method = (this: IDBObjectStore | IDBIndex, ...words: unknown[]) => IDBRequest;

const reads = ['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];
const writes = ['put', 'add', 'delete', 'clear'];

/** Stands before the browser's methods from now on. */
export function watchStorage(): void {
  for (const name of [...reads, ...writes]) standBefore(IDBObjectStore.prototype, name);
  for (const name of reads) standBefore(IDBIndex.prototype, name);
  // oxlint-disable-next-line typescript/unbound-method -- called with its own database below
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(...words) {
    const begun = begin.apply(this, words);
    if (words[1] === 'readwrite' && heard.size > 0) noteTransaction(begun);
    return begun;
  };
}

type Look = (this: string, ...words: unknown[]) => unknown;

const looks = ['includes', 'startsWith', 'endsWith', 'indexOf', 'localeCompare'];
const textMethods = new Map<string, Look>();

function isLook(value: unknown): value is Look {
  return typeof value === 'function';
}

// Only while counting: these are called so often that standing before them would be measured.
function watchTexts(): void {
  for (const name of looks) {
    const look: unknown = Reflect.get(String.prototype, name);
    if (!isLook(look) || textMethods.has(name)) continue;
    textMethods.set(name, look);
    Reflect.set(String.prototype, name, function counting(this: string, ...words: unknown[]) {
      work.comparisons += 1;
      return look.apply(this, words);
    });
  }
}

function unwatchTexts(): void {
  for (const [name, look] of textMethods) Reflect.set(String.prototype, name, look);
  textMethods.clear();
}

function noteTransaction(transaction: IDBTransaction): void {
  const openedAt = performance.now();
  const requests: NotedRequest[] = [];
  open.set(transaction, requests);
  const doneAt = new Promise<number>((resolve) => {
    transaction.addEventListener('complete', () => resolve(performance.now()));
  });
  for (const hear of heard) hear({ openedAt, doneAt, requests });
}

function standBefore(place: object, name: string): void {
  const found: unknown = Reflect.get(place, name);
  if (!isMethod(found)) return;
  const method = found;
  function counting(this: IDBObjectStore | IDBIndex, ...words: unknown[]): IDBRequest {
    const request = method.apply(this, words);
    noteRequest(this, { name, words });
    if (isCounting) countRequest(request, name, words);
    return request;
  }
  Reflect.set(place, name, counting);
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}

function noteRequest(
  place: IDBObjectStore | IDBIndex,
  { name, words }: { readonly name: string; readonly words: readonly unknown[] },
): void {
  const store = place instanceof IDBIndex ? place.objectStore : place;
  const index = place instanceof IDBIndex ? place.name : null;
  open.get(store.transaction)?.push({ store: store.name, index, method: name, words });
}

function countRequest(request: IDBRequest, name: string, words: readonly unknown[]): void {
  work.requests += 1;
  if (writes.includes(name)) {
    work.bytes += bytesOf(words[0]);
    return;
  }
  request.addEventListener('success', () => {
    const found: unknown = request.result;
    const value: unknown = found instanceof IDBCursorWithValue ? found.value : found;
    if (value === undefined || value === null) return;
    work.rows += Array.isArray(value) ? value.length : 1;
    work.bytes += bytesOf(value);
  });
}

/**
 * About what a value weighs when it is cloned: letters, eight bytes a number, columns as they are.
 */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + bytesOf(each), 0);
  if (typeof value !== 'object' || value === null || value instanceof IDBCursor) return 8;
  let sum = 0;
  for (const [key, each] of Object.entries(value)) sum += key.length + bytesOf(each);
  return sum;
}
