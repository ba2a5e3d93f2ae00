// Somebody with one rare word in every field that can hold one, erased; and where on this tablet
// the word still is: rows of all databases, small stores, caches, files and packed files.
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import { eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { customerFormName, openFormDraft } from '#app/customers/form/form-drafts.ts';
import { draftMoment } from '#app/customers/moment-draft.ts';
import { noteMoment } from '#app/customers/moments.ts';
import { changeVisit, reassignVisit } from '#app/customers/visits.ts';
import { addMissedVisit } from '#app/customers/missed-visit.ts';
import type { Deps } from '#app/deps.ts';
import { blankGesture, gestureIdFrom } from '#domain/week/gesture.ts';
import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import { householdIdFrom } from '#domain/customers/household-id.ts';
import { importIdFrom } from '#domain/import/shop-import.ts';
import type { WriteProblem } from '#domain/shop/shop-problem.ts';
import { mondayOf, type Day } from '#lib/day.ts';
import { ok } from '#lib/result.ts';
import { putGesture } from '#storage/tables/gestures.ts';
import { putImport } from '#storage/tables/imports.ts';
import { write } from '#storage/transaction.ts';
import { valueOf } from './expected.ts';
import * as raw from './raw-storage.ts';

/** A place and how often the word is in it. */
export interface CanaryFind {
  readonly place: string;
  readonly times: number;
}

/** Where and when the word is planted. */
interface Planting {
  readonly deps: Deps;
  readonly word: string;
  readonly today: Day;
}

/** The verbs, on whatever shop `open` gives. */
export function canaryVerbs(open: () => Deps) {
  return {
    /** Notes somebody whose every field holds `word`; gives their id. */
    async plantCanary(word: string, today: Day): Promise<string> {
      const planting = { deps: open(), word, today };
      const id = await plantRecord(planting);
      await plantVisits(planting, id);
      await plantStory(planting, id);
      await plantOthers(planting, id);
      openFormDraft(planting.deps, customerFormName(id)).save(`name=${word}`);
      return id;
    },
    /** Hides them, and erases them on the second word. */
    async eraseCanary(id: string, today: Day): Promise<void> {
      valueOf(await scheduleErasure(open(), customerIdFrom(id), today));
      valueOf(await eraseNow(open(), customerIdFrom(id), today));
    },
    async keepSnapshot(): Promise<void> {
      valueOf(await open().worker.ask({ kind: 'take-snapshot' }));
    },
    findCanary,
  };
}

const zone = 'Europe/London';

async function plantRecord({ deps, word, today }: Planting): Promise<CustomerId> {
  const { id } = valueOf(await addCustomer(deps, draftCustomer(deps, { name: word, zone })));
  valueOf(
    await changeCustomer(deps, id, {
      cue: `cue ${word}`,
      letterName: word,
      opening: `Dear ${word}`,
      wallName: word,
      alsoCalled: [`also ${word}`],
      phones: [`07700 ${word}`],
      emails: [`${word}@example.org`],
      addresses: [`1 ${word} St`],
      note: `note ${word}`,
      preferences: [{ text: `likes ${word}`, day: today }],
      householdId: householdIdFrom('canary-home'),
      permissions: [
        {
          purpose: 'news',
          way: 'email',
          answer: 'yes',
          day: today,
          how: word,
          words: `agreed ${word}`,
          notedAt: 1,
        },
      ],
    }),
  );
  return id;
}

async function plantVisits({ deps, word, today }: Planting, id: CustomerId): Promise<void> {
  const visit = valueOf(
    await addMissedVisit(deps, {
      customerId: id,
      kind: 'bought',
      zone,
      day: today,
      minute: 600,
      amount: 450,
    }),
  );
  valueOf(await changeVisit(deps, visit.id, { note: `visit ${word}`, receipt: word }));
  const taken = valueOf(
    await addMissedVisit(deps, {
      customerId: id,
      kind: 'bought',
      zone,
      day: today,
      minute: 700,
      amount: null,
    }),
  );
  valueOf(await changeVisit(deps, taken.id, { note: `taken off ${word}` }));
  valueOf(await reassignVisit(deps, taken.id, null));
}

async function plantStory({ deps, word, today }: Planting, id: CustomerId): Promise<void> {
  valueOf(
    await noteMoment(
      deps,
      draftMoment(deps, { customerId: id, kind: 'complaint', day: today, text: word }),
    ),
  );
  const planned = await write<null, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    await putGesture(writer, {
      ...blankGesture,
      id: gestureIdFrom('canary-gesture'),
      customerId: id,
      kind: 'offer',
      words: word,
      reasons: [{ code: 'complaint-open', day: today, text: word, visitsSince: 0 }],
      week: mondayOf(today),
      plannedOn: today,
      createdAt: 1,
      made: writer.timestamp,
      edits: {},
    });
    return ok(null);
  });
  valueOf(planned);
}

// Where they are named without being meant: a list's bad cell, and the home they live in.
async function plantOthers({ deps, word }: Planting, id: CustomerId): Promise<void> {
  const planted = await write<null, WriteProblem>(deps.db, deps.clock.now(), async (writer) => {
    const stamps = { made: writer.timestamp, edits: {} };
    await putImport(writer, {
      id: importIdFrom('canary-list'),
      fileName: 'list.csv',
      fileHash: 'none',
      at: 1,
      rows: 1,
      people: 0,
      visits: 0,
      problems: [{ row: 2, column: 'Phone', code: 'not-a-phone', text: word, left: 'part' }],
      problemCount: 1,
      finishedAt: 1,
      undoneAt: null,
      layout: null,
      ...stamps,
    });
    await writer.db.households.put({
      id: householdIdFrom('canary-home'),
      name: `the ${word}s`,
      letterName: `Family ${word}`,
      addressOf: id,
      voided: false,
      ...stamps,
    });
    return ok(null);
  });
  valueOf(planted);
}

/** Where `word` is in what the browser keeps for this address. */
async function findCanary(word: string): Promise<readonly CanaryFind[]> {
  const finds: CanaryFind[] = [];
  const look: Look = (place, text) => {
    const times = text.split(word).length - 1;
    if (times > 0) finds.push({ place, times });
  };
  for (const name of await raw.databases()) {
    const content = await raw.contentLeft(name);
    if (typeof content === 'string') continue;
    for (const [store, rows] of Object.entries(content))
      look(`${name} ${store}`, JSON.stringify(rows, plain));
  }
  for (const key of Object.keys(localStorage))
    look('local storage', localStorage.getItem(key) ?? key);
  await lookIntoCaches(look);
  await lookIntoFolder(await navigator.storage.getDirectory(), 'files', look);
  return finds;
}

async function lookIntoCaches(look: Look): Promise<void> {
  for (const key of await caches.keys()) {
    const cache = await caches.open(key);
    for (const request of await cache.keys())
      look(`cache ${key}`, (await (await cache.match(request))?.text()) ?? '');
  }
}

type Look = (place: string, text: string) => void;

async function lookIntoFolder(
  folder: FileSystemDirectoryHandle,
  path: string,
  look: Look,
): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    const place = `${path}/${name}`;
    if (handle instanceof FileSystemDirectoryHandle) await lookIntoFolder(handle, place, look);
    else if (handle instanceof FileSystemFileHandle)
      look(place, await unpacked(await handle.getFile()));
  }
}

async function unpacked(file: File): Promise<string> {
  if (!file.name.includes('.gz')) return file.text();
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function plain(_name: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) ? null : value;
}
