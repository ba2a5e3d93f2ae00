// The desk of the Counter: what staff say with one tap, shown at once and written behind it. It outlives the screen, so that looking up a
// page and coming back finds everything as it was left. One desk for each open shop.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { GestureId } from '#domain/week/gesture.ts';
import type { History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { repeatMinutes, type VisitId, type VisitKind } from '#domain/visits/visit.ts';
import { wallTimeAt, type WallTime } from '#lib/time-zone.ts';
import { deviceDrafts, type Drafts } from '#platform/browser-storage/local-store.ts';
import {
  keepAmountDraft,
  keptAmountDraft,
  typedAmount,
  type AmountDraft,
  type MoneyKey,
} from './amount-draft.ts';
import { draftCustomer, type CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { openLikely, type Likely } from './tile-ranking.ts';
import type { MomentDraft } from '#app/customers/moment-draft.ts';
import { openPending, type Pending, type VisitChanges } from './outbox.ts';
import type { Roster } from '#app/customers/roster.ts';
import { openToday, type CounterVisit, type Today } from './today-visits.ts';
import { draftVisit, type VisitDraft } from '#app/customers/visits.ts';

/** The visit that the strip shows. */
export interface Current {
  readonly visitId: VisitId;
  /** The person's history as it was when shown; null for somebody new or without a name. */
  readonly before: History | null;
  /** Whether it was only opened by a tap so soon after logging that a second visit is doubtful. */
  readonly isRepeat: boolean;
  readonly handedOver: GestureId | null;
  readonly told: MomentDraft | null;
}

export interface DeskSource {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly drafts: Drafts;
  readonly settings: Pick<Settings, 'zone'>;
}

const desks = new WeakMap<Deps, Desk>();

/** The desk of the open shop, set up when it is first asked for. */
export function deskOf(deps: Deps, roster: Roster, settings: Pick<Settings, 'zone'>): Desk {
  const desk = desks.get(deps) ?? new Desk({ deps, roster, settings, drafts: deviceDrafts() });
  desks.set(deps, desk);
  return desk;
}

/** Clears the desk away before its shop is closed. */
export function closeDesk(deps: Deps): void {
  desks.get(deps)?.close();
  desks.delete(deps);
}

/** Opened by `deskOf`; tests open their own. All verbs answer at once; what they said is on the disk when `today` says so. */
export class Desk {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly pending: Pending;
  readonly today: Today;
  readonly likely: Likely;
  /** The visit in the strip, or null when nobody was tapped yet. */
  current: Current | null = null;
  /** The amount being typed, or null. */
  amount: AmountDraft | null = null;
  readonly #drafts: Drafts;
  readonly #amountKey: string;
  readonly #listeners = new Set<() => void>();
  readonly #welcomed = new Map<CustomerId, CustomerDraft>();
  readonly #kept = new Set<string>();
  #settings: DeskSource['settings'];
  #wall: WallTime;

  constructor({ deps, roster, drafts, settings }: DeskSource) {
    this.deps = deps;
    this.#drafts = drafts;
    this.#settings = settings;
    this.#wall = wallTimeAt(deps.clock.now(), settings.zone);
    this.#amountKey = `${deps.db.name}:amount`;
    this.roster = roster;
    this.pending = openPending(deps, drafts);
    this.today = openToday(deps, this.pending, this.#wall.day);
    const placesKey = `${deps.db.name}:places`;
    this.likely = openLikely({ roster, drafts, placesKey, wall: this.#wall });
    this.#writeKeptAmount();
    this.today.subscribe(() => this.#tell());
    this.likely.subscribe(() => this.#follow());
  }

  /** Hears of each change until the returned function is called. */
  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  close(): void {
    this.pending.close();
    this.today.close();
    this.likely.close();
    this.#listeners.clear();
  }

  /** What the shop goes by from now on: its zone may be changed in the settings. */
  follow(settings: DeskSource['settings']): void {
    this.#settings = settings;
  }

  /** Tells the desk the shop's wall time; after midnight it shows the new day. */
  turnTo(wall: WallTime): void {
    if (wall.day !== this.#wall.day) {
      this.finishAmount();
      this.current = null;
      this.today.turnTo(wall.day);
    }
    this.#wall = wall;
  }

  /** For a quiet moment: looks again who is likely now. Whoever came within the last minutes keeps the place. */
  settle(): void {
    const since = this.deps.clock.now() - repeatMinutes * 60_000;
    const recent = this.today.visits().filter(({ visit }) => visit.at > since);
    const staying = new Set(recent.flatMap(({ visit }) => visit.customerId ?? []));
    this.likely.settle(this.#wall, staying);
  }

  /** How the person is called; undefined for somebody not known here (any more). */
  nameOf(id: CustomerId): string | undefined {
    return this.roster.face(id)?.name ?? this.#welcomed.get(id)?.name;
  }

  /** The visit in the strip as it stands now. */
  currentVisit(): CounterVisit | undefined {
    return this.current === null ? undefined : this.today.visit(this.current.visitId);
  }

  /** A tap on somebody: logs a visit, or opens the one logged a few minutes ago. */
  tap(id: CustomerId): 'logged' | 'opened' {
    this.finishAmount();
    const latest = this.today.latestOf(id);
    const now = this.deps.clock.now();
    if (latest !== undefined && now - latest.visit.at < repeatMinutes * 60_000) {
      this.#show(latest.visit, { isRepeat: true });
      return 'opened';
    }
    this.#log({ customerId: id, kind: 'bought' });
    return 'logged';
  }

  /** Yes, the same person once more. */
  logAgain(): void {
    this.finishAmount();
    const id = this.currentVisit()?.visit.customerId;
    if (id !== undefined) this.#log({ customerId: id, kind: 'bought' });
  }

  /** Somebody without a name. */
  logNobody(kind: VisitKind): void {
    this.finishAmount();
    this.#log({ customerId: null, kind });
  }

  /** Somebody new: the card and the visit, in one. */
  welcome(name: string, sentBy: CustomerId | null): void {
    this.finishAmount();
    const { zone } = this.#settings;
    const customer = draftCustomer(this.deps, { name, sentBy, zone });
    this.#welcomed.set(customer.id, customer);
    this.#log({ customerId: customer.id, kind: 'bought', customer });
  }

  /** Takes a visit back. */
  undo(id: VisitId): void {
    if (this.amount?.visitId === id) this.dropAmount();
    this.finishAmount();
    this.change(id, { voided: true });
  }

  /** Puts a visit just taken back where it was. */
  putBack(id: VisitId): void {
    this.finishAmount();
    this.change(id, { voided: false });
  }

  /** A key of the money pad. The draft is kept at once and written by `finishAmount`. */
  type(key: MoneyKey): void {
    const visit = this.currentVisit()?.visit;
    if (visit === undefined) return;
    const before = this.amount?.amount ?? null;
    const start = this.amount !== null ? before : key === 'back' ? visit.amount : null;
    this.#keepAmount({ visitId: visit.id, amount: typedAmount(start, key) });
    this.#tell();
  }

  /** The typing is over: whatever stands there is the amount. Every other verb begins with it. */
  finishAmount(): void {
    const draft = this.amount;
    this.dropAmount();
    const visit = draft && this.today.visit(draft.visitId)?.visit;
    if (draft && visit?.amount !== draft.amount)
      this.change(draft.visitId, { amount: draft.amount });
  }

  /** Notes an amount in one tap; null takes it away. */
  setAmount(amount: number | null): void {
    this.dropAmount();
    const visit = this.currentVisit()?.visit;
    if (visit !== undefined) this.change(visit.id, { amount });
  }

  /** The doubtful amount is right: nobody asks again. */
  keepAmount(visitId: VisitId, amount: number): void {
    this.#kept.add(`${visitId} ${amount}`);
    this.#tell();
  }

  isKept(visitId: VisitId, amount: number): boolean {
    return this.#kept.has(`${visitId} ${amount}`);
  }

  #log({
    customerId,
    kind,
    customer = null,
  }: {
    readonly customerId: CustomerId | null;
    readonly kind: VisitKind;
    readonly customer?: CustomerDraft | null;
  }): void {
    const visit = draftVisit(this.deps, { customerId, kind, zone: this.#settings.zone });
    // First, so that it is under way while the page draws.
    this.pending.add({ kind: 'visit', visit, customer });
    this.#show(visit, { isRepeat: false });
  }

  #show(visit: VisitDraft, { isRepeat }: Pick<Current, 'isRepeat'>): void {
    const person = visit.customerId === null ? undefined : this.roster.person(visit.customerId);
    this.current = {
      visitId: visit.id,
      before: person?.history ?? null,
      isRepeat,
      handedOver: null,
      told: null,
    };
    this.#tell();
  }

  /** Changes a visit that was logged today. */
  change(visitId: VisitId, changes: VisitChanges): void {
    this.pending.add({ kind: 'visit-change', visitId, changes });
  }

  #keepAmount(draft: AmountDraft): void {
    this.amount = draft;
    keepAmountDraft(this.#drafts, this.#amountKey, draft);
  }

  /** Forgets the amount that was being typed. */
  dropAmount(): void {
    if (this.amount === null) return;
    this.amount = null;
    keepAmountDraft(this.#drafts, this.#amountKey, null);
  }

  // An amount that was being typed when the page went away is what was meant.
  #writeKeptAmount(): void {
    const kept = keptAmountDraft(this.#drafts, this.#amountKey);
    if (kept === null) return;
    keepAmountDraft(this.#drafts, this.#amountKey, null);
    this.change(kept.visitId, { amount: kept.amount });
  }

  // Whoever the roster knows is known by it alone from then on, or a name would outlive its person.
  #follow(): void {
    for (const id of this.#welcomed.keys())
      if (this.roster.person(id) !== undefined) this.#welcomed.delete(id);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
