// Answers the tablets: who may come, what they bring, and who is told. Everything about the shop is
// sealed before it gets here.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  maxEmptiedTogether,
  maxParcelBytes,
  maxParcelsTogether,
  type ClosedTablet,
  type DepotHealth,
  type DepotTablet,
  type EmptiedMessage,
  type Founding,
  type KeyChange,
  type ParcelMessage,
  type RosterMessage,
} from '#domain/tablets/depot-messages.ts';
import { countOf, type ParcelCounts } from '#domain/tablets/parcel-counts.ts';
import { passphraseCandidates } from '#domain/backup/passphrase.ts';
import {
  listShape,
  numberShape,
  recordShape,
  textShape,
  withDefault,
  type Shape,
} from '#lib/shape.ts';
import { isRecord } from '#lib/typed-keys.ts';
import { Limiter } from './limiter.ts';
import { Listeners } from './listeners.ts';
import { Mailboxes, type Letter } from './mailboxes.ts';
import type { ParcelStore, StoredParcel } from './parcel-store.ts';

export interface DepotOptions {
  readonly store: ParcelStore;
  /** With which the first tablet shows that its owner sees this server's screen. */
  readonly foundingWords: string;
  readonly version: string;
  readonly now: () => number;
}

/** What the address of every request to the server begins with. */
export const depotPath = '/depot/';

type Refusal = 'refused' | 'unknown-here' | 'taken-out' | 'conflict' | 'full' | 'busy';

const statusOf: Readonly<Record<Refusal, number>> = {
  refused: 400,
  'unknown-here': 401,
  'taken-out': 403,
  conflict: 409,
  full: 507,
  busy: 429,
};

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly body: unknown;
}

export class Depot {
  readonly #options: DepotOptions;
  readonly #listeners: Listeners;
  readonly #mail: Mailboxes;
  readonly #wrongTries: Limiter;
  readonly #requests: Limiter;

  constructor(options: DepotOptions) {
    this.#options = options;
    this.#listeners = new Listeners(options.store, options.now);
    this.#mail = new Mailboxes(options.now);
    this.#wrongTries = new Limiter({ atOnce: 10, aSecond: 1 / 12 }, options.now);
    this.#requests = new Limiter({ atOnce: 200, aSecond: 50 }, options.now);
  }

  close(): void {
    this.#listeners.close();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const path = new URL(request.url ?? '/', 'http://here').pathname.slice(depotPath.length);
      if (request.headers['sec-fetch-site'] === 'cross-site') return refuse(response, 'refused');
      const body = await bodyOf(request);
      if (body === tooLarge) return refuse(response, 'refused');
      const asked = { request, response, path, body };
      if (!this.#answerAnybody(asked)) this.#answerTablet(asked);
    } catch {
      // A full or broken disk: nothing was acknowledged, and the tablet comes again.
      if (!response.headersSent) refuse(response, 'full');
      else response.destroy();
    }
  }

  /** Gives whether it was a request of somebody without a pass. */
  #answerAnybody(asked: Asked): boolean {
    const { request, response, path } = asked;
    const key = `${request.method ?? ''} ${path.replace(/\d+/, '#')}`;
    if (key === 'GET health') give(response, this.#health());
    else if (key === 'POST shop') this.#found(asked);
    else if (key === 'PUT mail/#/request') this.#putLetter(asked, 'request');
    else if (key === 'GET mail/#/answer') this.#readLetter(asked, 'answer');
    else return false;
    return true;
  }

  #answerTablet(asked: Asked): void {
    const { request, response, path } = asked;
    const holder = this.#options.store.holderOf(hashOf(passOf(request)));
    if (holder.kind === 'taken-out') return refuse(response, 'taken-out');
    if (holder.kind === 'unknown') return this.#refuseWrong(asked, 'unknown-here');
    if (!this.#requests.allows(holder.id)) return refuse(response, 'busy');
    const key = `${request.method ?? ''} ${path.replace(/\d+/, '#')}`;
    const answer = this.#answers[key];
    if (answer === undefined) refuse(response, 'refused');
    else answer(asked, holder.id);
  }

  /** What a tablet of the shop may ask. */
  readonly #answers: Readonly<Record<string, (asked: Asked, tablet: string) => void>> = {
    'POST line': (asked, tablet) => this.#listen(asked, tablet),
    'POST parcels': (asked) => this.#addParcels(asked),
    'POST emptied': (asked) => this.#empty(asked),
    'POST tablets': (asked) => this.#admit(asked),
    'POST keys': (asked) => this.#takeOut(asked),
    'POST roster': (asked) => this.#remember(asked),
    'POST mail': (asked) => this.#openMailbox(asked),
    'GET mail/#/request': (asked) => this.#readLetter(asked, 'request'),
    'PUT mail/#/answer': (asked) => this.#putLetter(asked, 'answer'),
  };

  #health(): DepotHealth {
    const { store, version, now } = this.#options;
    return {
      ok: true,
      version,
      now: now(),
      isFounded: store.isFounded(),
      parcels: Object.values(store.counts()).reduce((sum, count) => sum + count, 0),
      freeBytes: store.freeBytes(),
    };
  }

  #found(asked: Asked): void {
    const { response, body } = asked;
    const { store, foundingWords } = this.#options;
    const founding = foundingShape(body);
    if (founding === undefined) return refuse(response, 'refused');
    const isRight = passphraseCandidates(founding.words).some((words) =>
      isEqual(words, foundingWords),
    );
    if (!isRight) return this.#refuseWrong(asked, 'unknown-here');
    if (store.isFounded()) return refuse(response, 'conflict');
    store.found(founding.shop, founding.tablets);
    give(response, {});
  }

  #listen({ response, body }: Asked, tablet: string): void {
    const known = countsShape(body);
    if (known === undefined) return refuse(response, 'refused');
    if (!this.#listeners.add(tablet, known, response)) refuse(response, 'busy');
  }

  #addParcels({ response, body }: Asked): void {
    const parcels = parcelsShape(body);
    if (parcels === undefined || parcels.length > maxParcelsTogether)
      return refuse(response, 'refused');
    const outcome = this.#options.store.add(parcels.map(storedOf));
    if (outcome === 'conflict' || outcome === 'full') return refuse(response, outcome);
    give(response, {});
    if (outcome === 'added') this.#listeners.notify();
  }

  #admit({ response, body }: Asked): void {
    const tablet = tabletShape(body);
    if (tablet === undefined) return refuse(response, 'refused');
    this.#options.store.admit(tablet);
    give(response, {});
  }

  #takeOut({ response, body }: Asked): void {
    const change = takeOutShape(body);
    if (change === undefined) return refuse(response, 'refused');
    const { store } = this.#options;
    if (!store.takeOut(change.gone, change)) return refuse(response, 'conflict');
    const closed: ClosedTablet = { last: countOf(store.counts(), change.gone) };
    give(response, closed);
    this.#listeners.tellAll();
  }

  #remember({ response, body }: Asked): void {
    const roster = rosterShape(body);
    if (roster === undefined) return refuse(response, 'refused');
    this.#options.store.remember(roster);
    give(response, {});
    this.#listeners.tellAll();
  }

  #empty({ response, body }: Asked): void {
    const emptied = emptiedShape(body);
    if (emptied === undefined || emptied.numbers.length > maxEmptiedTogether)
      return refuse(response, 'refused');
    this.#options.store.empty(emptied);
    give(response, {});
  }

  #openMailbox({ response }: Asked): void {
    const number = this.#mail.open();
    if (number === null) refuse(response, 'busy');
    else give(response, { number });
  }

  #putLetter(asked: Asked, kind: Letter): void {
    const { response, path, body } = asked;
    const text = textShape(isRecord(body) ? body['letter'] : undefined);
    if (text === undefined) return refuse(response, 'refused');
    if (this.#mail.put(boxIn(path), kind, text)) give(response, {});
    else this.#refuseWrong(asked, 'conflict');
  }

  #readLetter(asked: Asked, kind: Letter): void {
    const { response, path } = asked;
    const letter = this.#mail.read(boxIn(path), kind);
    if (letter === undefined) return this.#refuseWrong(asked, 'conflict');
    give(response, { letter });
    if (kind === 'answer' && letter !== null) this.#mail.close(boxIn(path));
  }

  #refuseWrong({ request, response }: Asked, refusal: Refusal): void {
    const address = request.socket.remoteAddress ?? '';
    refuse(response, this.#wrongTries.allows(address) ? refusal : 'busy');
  }
}

function boxIn(path: string): string {
  return path.split('/')[1] ?? '';
}

const tooLarge = Symbol('too large');

/** Text is a third longer than the bytes it stands for. */
const maxBody = maxParcelBytes * 1.5;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > maxBody) return tooLarge;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

function passOf(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^Bearer /, '');
}

function hashOf(pass: string): string {
  return createHash('sha256').update(pass).digest('hex');
}

function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
}

function give(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.writeHead(statusOf[refusal], {
    'content-type': 'text/plain',
    'cache-control': 'no-store',
  });
  response.end(refusal);
}

function storedOf({ tablet, number, bytes }: ParcelMessage): StoredParcel {
  return { tablet, number, bytes: Buffer.from(bytes, 'base64url') };
}

const tabletShape = recordShape<DepotTablet>({ id: textShape, passHash: textShape });
const foundingShape = recordShape<Founding>({
  words: textShape,
  shop: textShape,
  tablets: listShape(tabletShape),
});
const parcelsShape = listShape(
  recordShape<ParcelMessage>({ tablet: textShape, number: numberShape, bytes: textShape }),
);
const takeOutShape = recordShape<KeyChange & { readonly gone: string }>({
  gone: textShape,
  number: numberShape,
  sealed: recordOfShape(textShape),
});
const rosterShape = recordShape<RosterMessage>({
  tablets: listShape(
    recordShape<RosterMessage['tablets'][number]>({
      id: textShape,
      passHash: textShape,
      isGone: (value) => value === true,
    }),
  ),
  key: withDefault(
    recordShape<KeyChange>({ number: numberShape, sealed: recordOfShape(textShape) }),
    null,
  ),
});
const emptiedShape = recordShape<EmptiedMessage>({
  tablet: textShape,
  numbers: listShape(numberShape),
});
const countsShape: Shape<ParcelCounts> = recordOfShape(numberShape);

function recordOfShape<Value>(shape: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const fields = Object.entries(value).flatMap(([name, each]) => {
      const found = shape(each);
      return found === undefined ? [] : [[name, found] as const];
    });
    return Object.fromEntries(fields);
  };
}
