/** What can be followed: `subscribe` gives the function that ends it. */
export interface Subscribable {
  readonly subscribe: (listener: () => void) => () => void;
}

/** Calls its listeners at each `emit`. A store whose own fields change is a class on top of it. */
export class Emitter<Event = void> implements Subscribable {
  readonly #listeners = new Set<(event: Event) => void>();
  #version = 0;

  /** Grows with each `emit`, so that whoever did not listen sees that something changed. */
  get version(): number {
    return this.#version;
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  emit(event: Event): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener(event);
  }

  clearListeners(): void {
    this.#listeners.clear();
  }
}

export class Observable<T> extends Emitter {
  #value: T;

  constructor(value: T) {
    super();
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** Tells the listeners, unless the value is the same one. */
  set value(next: T) {
    if (Object.is(next, this.#value)) return;
    this.#value = next;
    this.emit();
  }
}
