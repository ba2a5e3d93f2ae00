// The name of somebody new while it is typed. A tap on anybody else keeps it, as does a reload.

import { customerIdFrom, type CustomerId } from '#domain/customers/customer.ts';
import { isRecord } from '#lib/typed-keys.ts';
import { loadStored, type LocalStore } from '#platform/browser-storage/local-store.ts';

export interface NewcomerDraft {
  readonly name: string;
  readonly sentBy: CustomerId | null;
}

export const blankNewcomer: NewcomerDraft = { name: '', sentBy: null };

/** The draft that was left under `key`, else a blank one. */
export function loadNewcomerDraft(drafts: LocalStore, key: string): NewcomerDraft {
  return loadStored(drafts, key, newcomerShape) ?? blankNewcomer;
}

function newcomerShape(value: unknown): NewcomerDraft | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined;
  const { name, sentBy } = value;
  return { name, sentBy: typeof sentBy === 'string' ? customerIdFrom(sentBy) : null };
}
