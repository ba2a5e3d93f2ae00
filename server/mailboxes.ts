// Where a new tablet and one of the shop meet: two sealed letters, ten minutes, in memory alone.
// Whoever does not have the six words can only take up room.

const lifeMs = 10 * 60_000;
const maxLetter = 64_000;
const maxBoxes = 20;

interface Mailbox {
  /** From the new tablet. */
  request: string | null;
  /** For the new tablet. */
  answer: string | null;
  readonly until: number;
}

export type Letter = 'request' | 'answer';

export class Mailboxes {
  readonly #boxes = new Map<string, Mailbox>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The number of a new mailbox; null when all are taken. */
  open(): string | null {
    this.#clear();
    if (this.#boxes.size >= maxBoxes) return null;
    for (;;) {
      const number = String(10 + Math.floor(Math.random() * 90));
      if (this.#boxes.has(number)) continue;
      this.#boxes.set(number, { request: null, answer: null, until: this.#now() + lifeMs });
      return number;
    }
  }

  /** Gives whether it could be put: there is such a box, and no letter of the kind in it. */
  put(number: string, kind: Letter, text: string): boolean {
    this.#clear();
    const box = this.#boxes.get(number);
    if (box === undefined || box[kind] !== null || text.length > maxLetter) return false;
    box[kind] = text;
    return true;
  }

  /** The letter; null while there is none, undefined where there is no such box. */
  read(number: string, kind: Letter): string | null | undefined {
    this.#clear();
    return this.#boxes.get(number)?.[kind];
  }

  close(number: string): void {
    this.#boxes.delete(number);
  }

  #clear(): void {
    for (const [number, { until }] of this.#boxes)
      if (until < this.#now()) this.#boxes.delete(number);
  }
}
