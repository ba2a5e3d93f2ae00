// A shop in memory into which lists are imported one after another, as the app would write them.

import type { CustomerId } from '../../src/domain/customers/customer.ts';
import { customerIdFrom } from '../../src/domain/customers/customer.ts';
import { listedPermissions } from '../../src/formats/lists/listed-permissions.ts';
import type { TillOrigin } from '../../src/formats/lists/match-people.ts';
import type { KnownVisit } from '../../src/formats/lists/match-visits.ts';
import { nameKey } from '../../src/formats/lists/group-people.ts';
import { currencyCalled } from '../../src/domain/shop/money.ts';
import type { ImportContext } from '../../src/formats/lists/list-choices.ts';
import type { ImportPlan } from '../../src/formats/lists/plan-list.ts';
import type { PlannedPerson } from '../../src/formats/lists/planned-person.ts';
import type {
  ComparedCustomer,
  KnownShop,
  ResolvedList,
} from '../../src/formats/lists/resolve-list.ts';

type Changeable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/** What the lists so far brought. */
export class MemoryShop {
  #context: ImportContext;
  readonly #customers = new Map<CustomerId, Changeable<ComparedCustomer>>();
  readonly #visits: KnownVisit[] = [];
  readonly #forgotten: PlannedPersonSigns[] = [];
  readonly #headings = new Set<string>();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  get context(): ImportContext {
    return this.#context;
  }

  /** Whether a list with these headings was looked at before; remembers them. */
  originOf(headings: readonly string[]): TillOrigin {
    const key = JSON.stringify(headings);
    const origin = headings.length > 0 && this.#headings.has(key) ? 'known-till' : 'unknown-till';
    this.#headings.add(key);
    return origin;
  }

  known(): KnownShop {
    return { customers: [...this.#customers.values()], visits: this.#visits };
  }

  counts(): {
    readonly people: number;
    readonly visits: number;
    readonly visitsWithoutName: number;
  } {
    return {
      people: this.#customers.size,
      visits: this.#visits.length,
      visitsWithoutName: this.#visits.filter(({ customerId }) => customerId === null).length,
    };
  }

  /** Writes what of `plan` is new. */
  add(plan: ImportPlan, resolved: ResolvedList): void {
    const ids: CustomerId[] = [];
    plan.people.forEach((person, index) => {
      const own = resolved.people[index] ?? { kind: 'new' };
      const known =
        own.kind === 'known' ? own.id : own.kind === 'listed' ? ids[own.person] : undefined;
      ids.push(known === undefined ? this.#addCustomer(person) : this.#merge(known, person));
    });
    plan.visits.forEach(({ person, day, minute, amount, receipt }, index) => {
      if (resolved.isKnownVisit[index] === true) return;
      const customerId = person === null ? null : (ids[person] ?? null);
      this.#visits.push({ customerId, day, minute, amount, receipt });
    });
    if (!this.#context.isCurrencyFixed && plan.visits.some(({ amount }) => amount !== null))
      this.#context = {
        ...this.#context,
        currency: currencyCalled(plan.currency),
        isCurrencyFixed: true,
      };
  }

  /** Forgets the people called `name`; a later list may still name them. */
  forget(name: string): void {
    for (const [id, customer] of this.#customers) {
      if (nameKey(customer.name) !== nameKey(name)) continue;
      this.#forgotten.push(customer);
      this.#customers.delete(id);
      const left = this.#visits.filter(({ customerId }) => customerId !== id);
      this.#visits.splice(0, this.#visits.length, ...left);
    }
  }

  /** Who of a list was forgotten: the same number, contact or bare name. */
  findForgotten(people: readonly PlannedPerson[]): ReadonlySet<number> {
    const found = new Set<number>();
    people.forEach((person, index) => {
      if (this.#forgotten.some((gone) => isSame(gone, person))) found.add(index);
    });
    return found;
  }

  #addCustomer({ row: _row, consents, ...person }: PlannedPerson): CustomerId {
    const id = customerIdFrom(`customer ${this.#customers.size + this.#forgotten.length + 1}`);
    const { today } = this.#context;
    this.#customers.set(id, {
      ...person,
      id,
      permissions: listedPermissions(consents, { day: today, how: '', notedAt: 0 }),
    });
    return id;
  }

  #merge(id: CustomerId, person: PlannedPerson): CustomerId {
    const known = this.#customers.get(id);
    if (known === undefined) return id;
    known.alsoCalled = union(known.alsoCalled, [person.name, ...person.alsoCalled]).filter(
      (name) => name !== known.name,
    );
    known.phones = union(known.phones, person.phones);
    known.emails = union(known.emails, person.emails);
    known.addresses = union(known.addresses, person.addresses);
    known.birthday ??= person.birthday;
    known.importKey ??= person.importKey;
    if (known.note === '') known.note = person.note;
    return id;
  }
}

type PlannedPersonSigns = Pick<PlannedPerson, 'name' | 'phones' | 'emails' | 'importKey'>;

function isSame(gone: PlannedPersonSigns, person: PlannedPersonSigns): boolean {
  if (gone.importKey !== null && gone.importKey === person.importKey) return true;
  if (haveOne(gone.phones, person.phones) || haveOne(gone.emails, person.emails)) return true;
  return nameKey(gone.name) === nameKey(person.name);
}

function union(own: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...own, ...more])];
}

function haveOne(a: readonly string[], b: readonly string[]): boolean {
  return a.some((each) => b.includes(each));
}
