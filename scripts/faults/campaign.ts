// What every fault campaign tells, and what it is told.
import type { Backend } from '../harness/browser.ts';

/** `short` goes with every change; `long` is the night's run. */
export type Length = 'short' | 'long';

/** One line of the table. */
export interface Tally {
  readonly fault: string;
  /** How often the fault was provoked. */
  readonly tries: number;
  /** Business actions that the shop had said yes to. */
  readonly acknowledged: number;
  /** Said to be saved, and not there afterwards. */
  readonly lost: number;
  /** Written by halves: a history or a day row that does not belong to the visits. */
  readonly torn: number;
  /** How often the shop opened again and went on, or what was broken was refused in words. */
  readonly recovered: number;
  /** Each promise that did not hold, in words; empty when all held. */
  readonly broken: readonly string[];
}

/** A campaign by its name. `storage` is where it runs: in a browser, or in this process alone. */
export interface Campaign {
  readonly name: string;
  readonly where: 'browser' | 'here';
  readonly run: (task: Task) => Promise<readonly Tally[]>;
}

/** What a campaign is told. */
export interface Task {
  readonly length: Length;
  /** Where the built app and the harness are served; empty for campaigns that need no browser. */
  readonly address: string;
  /** Says how far a long campaign is. */
  readonly report: (line: string) => void;
}

/** What may lie below the browser's storage, as far as a run of this length tries it. */
export function backendsFor({ length }: Pick<Task, 'length'>): readonly Backend[] {
  return length === 'long' ? ['leveldb', 'sqlite'] : ['leveldb'];
}

/** A tally that is added to while a campaign runs. */
export class Count {
  tries = 0;
  acknowledged = 0;
  lost = 0;
  torn = 0;
  recovered = 0;
  readonly broken: string[] = [];
  readonly #fault: string;

  constructor(fault: string) {
    this.#fault = fault;
  }

  /** Notes a broken promise. */
  addBroken(what: string): void {
    this.broken.push(`${this.#fault}: ${what}`);
  }

  /** Counts what is lost and torn, and breaks the promise when anything is. */
  addMissing(lost: readonly string[], torn: readonly string[]): void {
    this.lost += lost.length;
    this.torn += torn.length;
    if (lost.length > 0) this.addBroken(`lost ${lost.slice(0, 3).join(', ')}`);
    if (torn.length > 0) this.addBroken(`torn ${torn.slice(0, 3).join(', ')}`);
  }

  tally(): Tally {
    const { tries, acknowledged, lost, torn, recovered, broken } = this;
    return { fault: this.#fault, tries, acknowledged, lost, torn, recovered, broken };
  }
}
