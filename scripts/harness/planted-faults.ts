// Faults of the browser's storage, planted under the app. Imported before anything else: Dexie
// takes hold of some of the browser's functions when a database opens.

/**
 * Which storage requests fail: the `first` from now on, and `times` in all. `abort` lets the
 * request through and ends its transaction.
 */
export interface RequestFault {
  readonly first: number;
  readonly times: number;
  readonly how: 'throw' | 'abort';
}

/** The next `times` writing transactions do not even begin. */
export interface ConnectionFault {
  readonly name: string;
  readonly times: number;
}

let requestFault: RequestFault | null = null;
let requests = 0;
let connectionFault: ConnectionFault | null = null;
let begun = 0;

/** Plants the fault and counts requests anew. */
export function failRequests(fault: RequestFault | null): void {
  requestFault = fault;
  requests = 0;
}

/** Plants the fault and counts transactions anew. */
export function failConnection(fault: ConnectionFault | null): void {
  connectionFault = fault;
  begun = 0;
}

/** Storage requests since the last planting. */
export function requestCount(): number {
  return requests;
}

function isDue(): boolean {
  requests += 1;
  if (requestFault === null) return false;
  const { first, times } = requestFault;
  return requests >= first && requests < first + times;
}

type Requesting = (this: object, ...words: unknown[]) => unknown;

function watched(native: Requesting): Requesting {
  return function request(...words) {
    const due = isDue();
    if (due && requestFault?.how === 'throw') throw new DOMException('planted', 'UnknownError');
    const answer = native.apply(this, words);
    if (due) transactionOf(this)?.abort();
    return answer;
  };
}

function transactionOf(asked: object): IDBTransaction | null {
  if (asked instanceof IDBObjectStore) return asked.transaction;
  return asked instanceof IDBIndex ? asked.objectStore.transaction : null;
}

const requestNames = [
  'add',
  'put',
  'get',
  'getAll',
  'getAllKeys',
  'getAllRecords',
  'getKey',
  'delete',
  'clear',
  'count',
  'openCursor',
  'openKeyCursor',
];

/** Puts the watch over the browser's own functions; once, at the start of the page. */
export function watchStorage(): void {
  for (const shape of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    for (const name of requestNames) {
      const native: unknown = Reflect.get(shape, name);
      if (isRequesting(native)) Reflect.set(shape, name, watched(native));
    }
  }
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const native = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function transaction(...words) {
    if (connectionFault !== null && words[1] === 'readwrite') {
      begun += 1;
      if (begun <= connectionFault.times) throw new DOMException('planted', connectionFault.name);
    }
    return native.apply(this, words);
  };
}

function isRequesting(value: unknown): value is Requesting {
  return typeof value === 'function';
}
