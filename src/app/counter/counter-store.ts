// The state of the Counter: what staff record with one tap, shown at once and written behind it. It
// outlives the screen, so that opening a page and coming back finds everything as it was left.

import type { CustomerId } from '#domain/customers/customer.ts';
import type { GestureId } from '#domain/week/gesture.ts';
import type { History } from '#domain/visits/history.ts';
import type { Settings } from '#domain/shop/settings.ts';
import {
  repeatMinutes,
  type VisitId,
  type VisitKind,
  type VisitDraft,
} from '#domain/visits/visit.ts';
import { Emitter } from '#lib/observable.ts';
import { toLocalTime, type WallTime } from '#lib/time-zone.ts';
import { localStore, saveStored, type LocalStore } from '#platform/browser-storage/local-store.ts';
import { loadAmountDraft, applyKey, type AmountDraft, type MoneyKey } from './amount-draft.ts';
import { draftCustomer, type CustomerDraft } from '#app/customers/customers.ts';
import type { Deps } from '#app/deps.ts';
import { loadSearchPad, type SearchPad } from './search-pad.ts';
import { blankNewcomer, loadNewcomerDraft, type NewcomerDraft } from './newcomer-draft.ts';
import { openTileRanking, type TileRanking } from './tile-ranking.ts';
import type { MomentDraft } from '#app/customers/moment-draft.ts';
import { openOutbox, type Outbox, type VisitChanges } from './outbox.ts';
import type { Roster } from '#app/customers/roster.ts';
import { openTodayVisits, type CounterVisit, type TodayVisits } from './today-visits.ts';
import { draftVisit } from '#app/customers/visits.ts';

export interface ActiveVisit {
  readonly visitId: VisitId;
  /** The customer's history as it was when shown; null for somebody new or without a name. */
  readonly historyBefore: History | null;
  /** Opened by a tap so soon after logging that a second visit is doubtful. */
  readonly isRepeat: boolean;
  readonly handedOver: GestureId | null;
  readonly feedback: MomentDraft | null;
}

export interface CounterStoreOptions {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly drafts: LocalStore;
  readonly settings: Pick<Settings, 'zone'>;
}

const counterStores = new WeakMap<Deps, CounterStore>();

/** The counter store of the open shop, created with the first call. */
export function getCounterStore(
  deps: Deps,
  roster: Roster,
  settings: Pick<Settings, 'zone'>,
): CounterStore {
  const counterStore =
    counterStores.get(deps) ?? new CounterStore({ deps, roster, settings, drafts: localStore() });
  counterStores.set(deps, counterStore);
  return counterStore;
}

/** Closes the counter store before its shop is closed. */
export function disposeCounterStore(deps: Deps): void {
  counterStores.get(deps)?.close();
  counterStores.delete(deps);
}

/** All methods return at once; what they record is on the disk when `today` says so. */
export class CounterStore extends Emitter {
  readonly deps: Deps;
  readonly roster: Roster;
  readonly outbox: Outbox;
  readonly todayVisits: TodayVisits;
  readonly tileRanking: TileRanking;
  activeVisit: ActiveVisit | null = null;
  amount: AmountDraft | null = null;
  newcomer: NewcomerDraft;
  /** What was said at today's visits, so that a visit opened again finds it. */
  readonly feedbacks = new Map<VisitId, MomentDraft>();
  /** Whom they brought today, by visit. */
  readonly referrals = new Map<VisitId, MomentDraft>();
  /** Names of people whose only visit was undone, and who went with it. */
  readonly undoneNames = new Map<CustomerId, string>();
  readonly #drafts: LocalStore;
  readonly #amountKey: string;
  readonly #newcomerKey: string;
  readonly #padKey: string;
  readonly #newCustomers = new Map<CustomerId, CustomerDraft>();
  readonly #acceptedAmounts = new Set<string>();
  #settings: CounterStoreOptions['settings'];
  #wall: WallTime;

  constructor({ deps, roster, drafts, settings }: CounterStoreOptions) {
    super();
    this.deps = deps;
    this.#drafts = drafts;
    this.#settings = settings;
    this.#wall = toLocalTime(deps.clock.now(), settings.zone);
    this.#amountKey = `${deps.db.name}:amount`;
    this.#padKey = `${deps.db.name}:pad`;
    this.#newcomerKey = `${deps.db.name}:newcomer`;
    this.newcomer = loadNewcomerDraft(drafts, this.#newcomerKey);
    this.roster = roster;
    this.outbox = openOutbox(deps, drafts);
    this.todayVisits = openTodayVisits(deps, this.outbox, this.#wall.day);
    const layoutKey = `${deps.db.name}:places`;
    this.tileRanking = openTileRanking({ roster, drafts, layoutKey, wall: this.#wall });
    this.#writeSavedDraft();
    this.todayVisits.subscribe(() => this.emit());
    this.tileRanking.subscribe(() => this.#onRosterChange());
  }

  close(): void {
    this.outbox.close();
    this.todayVisits.close();
    this.tileRanking.close();
    this.clearListeners();
  }

  /** The time zone may change while the shop is open. */
  setSettings(settings: CounterStoreOptions['settings']): void {
    this.#settings = settings;
  }

  /** The shop's wall time; after midnight the new day is shown. */
  setTime(wall: WallTime): void {
    if (wall.day !== this.#wall.day) {
      this.finishAmount();
      this.activeVisit = null;
      this.feedbacks.clear();
      this.referrals.clear();
      this.todayVisits.setDay(wall.day);
    }
    this.#wall = wall;
  }

  /** Ranks again who is likely now. Whoever came within the last minutes keeps the tile. */
  reorderTiles(): void {
    const since = this.deps.clock.now() - repeatMinutes * 60_000;
    const recent = this.todayVisits.visits().filter(({ visit }) => visit.at > since);
    const pinnedIds = new Set(recent.flatMap(({ visit }) => visit.customerId ?? []));
    this.tileRanking.reorder(this.#wall, pinnedIds);
  }

  /** Undefined for somebody not known here (any more). */
  nameOf(id: CustomerId): string | undefined {
    return (
      this.roster.tileInfo(id)?.name ?? this.#newCustomers.get(id)?.name ?? this.undoneNames.get(id)
    );
  }

  currentVisit(): CounterVisit | undefined {
    return this.activeVisit === null ? undefined : this.todayVisits.visit(this.activeVisit.visitId);
  }

  /** A tap on somebody: logs a visit, or opens the one logged a few minutes ago. */
  tap(id: CustomerId): 'logged' | 'opened' {
    this.finishAmount();
    const latest = this.todayVisits.latestOf(id);
    const now = this.deps.clock.now();
    if (latest !== undefined && now - latest.visit.at < repeatMinutes * 60_000) {
      this.#show(latest.visit, { isRepeat: true });
      return 'opened';
    }
    this.#log({ customerId: id, kind: 'bought' });
    return 'logged';
  }

  /** Yes, the same person once more. */
  logRepeat(): void {
    this.finishAmount();
    const id = this.currentVisit()?.visit.customerId;
    if (id !== undefined) this.#log({ customerId: id, kind: 'bought' });
  }

  logAnonymous(kind: VisitKind): void {
    this.finishAmount();
    this.#log({ customerId: null, kind });
  }

  /** The keys that stand on the Counter while nothing else is typed. */
  searchPad(): SearchPad {
    const names = this.tileRanking
      .tiles()
      .flatMap((id) => (id === null ? [] : (this.nameOf(id) ?? [])));
    return loadSearchPad(this.#drafts, this.#padKey, names);
  }

  setSearchPad(pad: SearchPad): void {
    this.#drafts.set(this.#padKey, pad);
  }

  /** What is known of somebody new so far. Kept until they are logged or given up. */
  setNewcomer(draft: NewcomerDraft): void {
    this.newcomer = draft;
    const isBlank = draft.name === '' && draft.sentBy === null;
    saveStored(this.#drafts, this.#newcomerKey, isBlank ? null : draft);
    this.emit();
  }

  /** Somebody new: the customer and the visit, in one. */
  logNewCustomer(name: string, sentBy: CustomerId | null): void {
    this.finishAmount();
    this.setNewcomer(blankNewcomer);
    const { zone } = this.#settings;
    const customer = draftCustomer(this.deps, { name, sentBy, zone });
    this.#newCustomers.set(customer.id, customer);
    this.#log({ customerId: customer.id, kind: 'bought', customer });
  }

  /** Shows a visit of today again, so that what was forgotten can be added. */
  open(id: VisitId): void {
    this.finishAmount();
    const visit = this.todayVisits.visit(id)?.visit;
    if (visit !== undefined) this.#show(visit, { isRepeat: false });
  }

  /** The visit in the strip had no name: it was somebody known, or somebody new. */
  nameVisit(customer: CustomerId | Pick<CustomerDraft, 'name' | 'sentBy'>): void {
    this.finishAmount();
    const visit = this.currentVisit()?.visit;
    if (visit === undefined) return;
    const customerId = typeof customer === 'string' ? customer : this.#addFor(visit.id, customer);
    if (customerId === customer) this.change(visit.id, { customerId });
    this.#show({ ...visit, customerId }, { isRepeat: false });
  }

  undo(id: VisitId): void {
    if (this.amount?.visitId === id) this.discardAmount();
    this.finishAmount();
    this.change(id, { voided: true });
  }

  restore(id: VisitId): void {
    this.finishAmount();
    this.change(id, { voided: false });
  }

  /** A key of the money pad. The draft is stored at once and written by `finishAmount`. */
  typeKey(key: MoneyKey): void {
    const visit = this.currentVisit()?.visit;
    if (visit === undefined) return;
    const before = this.amount?.amount ?? null;
    const start = this.amount !== null ? before : key === 'back' ? visit.amount : null;
    this.#saveDraft({ visitId: visit.id, amount: applyKey(start, key) });
    this.emit();
  }

  /** The typing is over: what was typed is the amount. Every other method begins with it. */
  finishAmount(): void {
    const draft = this.amount;
    this.discardAmount();
    const visit = draft && this.todayVisits.visit(draft.visitId)?.visit;
    if (draft && visit?.amount !== draft.amount)
      this.change(draft.visitId, { amount: draft.amount });
  }

  /** Records an amount in one tap; null removes it. */
  setAmount(amount: number | null): void {
    this.discardAmount();
    const visit = this.currentVisit()?.visit;
    if (visit !== undefined) this.change(visit.id, { amount });
  }

  /** The doubtful amount is right: nobody asks again. */
  acceptAmount(visitId: VisitId, amount: number): void {
    this.#acceptedAmounts.add(`${visitId} ${amount}`);
    this.emit();
  }

  isAmountAccepted(visitId: VisitId, amount: number): boolean {
    return this.#acceptedAmounts.has(`${visitId} ${amount}`);
  }

  #addFor(visitId: VisitId, known: Pick<CustomerDraft, 'name' | 'sentBy'>): CustomerId {
    this.setNewcomer(blankNewcomer);
    const customer = draftCustomer(this.deps, { ...known, zone: this.#settings.zone });
    this.#newCustomers.set(customer.id, customer);
    this.outbox.add({ kind: 'name-visit', visitId, customer });
    return customer.id;
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
    // First, so that it is being written while the page draws.
    this.outbox.add({ kind: 'visit', visit, customer });
    this.#show(visit, { isRepeat: false });
  }

  #show(visit: VisitDraft, { isRepeat }: Pick<ActiveVisit, 'isRepeat'>): void {
    const person = visit.customerId === null ? undefined : this.roster.person(visit.customerId);
    this.activeVisit = {
      visitId: visit.id,
      historyBefore: person?.history ?? null,
      isRepeat,
      handedOver: null,
      feedback: this.feedbacks.get(visit.id) ?? null,
    };
    this.emit();
  }

  change(visitId: VisitId, changes: VisitChanges): void {
    this.outbox.add({ kind: 'visit-change', visitId, changes });
  }

  #saveDraft(draft: AmountDraft): void {
    this.amount = draft;
    saveStored(this.#drafts, this.#amountKey, draft);
  }

  discardAmount(): void {
    if (this.amount === null) return;
    this.amount = null;
    saveStored(this.#drafts, this.#amountKey, null);
  }

  // An amount that was being typed when the page closed is what was meant.
  #writeSavedDraft(): void {
    const saved = loadAmountDraft(this.#drafts, this.#amountKey);
    if (saved === null) return;
    saveStored(this.#drafts, this.#amountKey, null);
    this.change(saved.visitId, { amount: saved.amount });
  }

  // Once the roster has a customer, the draft is dropped, or a name would outlive its customer.
  #onRosterChange(): void {
    for (const id of this.#newCustomers.keys())
      if (this.roster.person(id) !== undefined) this.#newCustomers.delete(id);
    this.emit();
  }
}
