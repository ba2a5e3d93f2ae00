import { describe, expect, it } from 'vitest';
import { Emitter, Observable } from '#lib/observable.ts';

describe('an emitter', () => {
  it('calls every listener with what happened, until it unsubscribes', () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    const unsubscribe = emitter.subscribe((event) => heard.push(`first ${event}`));
    emitter.subscribe((event) => heard.push(`second ${event}`));

    emitter.emit('one');
    unsubscribe();
    emitter.emit('two');

    expect(heard).toEqual(['first one', 'second one', 'second two']);
  });

  it('calls nobody who unsubscribed during the same call', () => {
    const emitter = new Emitter();
    let calls = 0;
    emitter.subscribe(() => emitter.clearListeners());
    emitter.subscribe(() => (calls += 1));

    emitter.emit();

    expect(calls).toBe(0);
    expect(emitter.hasListeners).toBe(false);
  });

  it('counts what happened, also while nobody listens', () => {
    const emitter = new Emitter();
    emitter.emit();
    emitter.emit();
    expect(emitter.version).toBe(2);
  });
});

describe('an observable value', () => {
  it('tells of another value, and not of the same again', () => {
    const name = new Observable('Ana');
    const seen: string[] = [];
    name.subscribe(() => seen.push(name.value));

    name.value = 'Ben';
    name.value = 'Ben';
    name.value = 'Cleo';

    expect(seen).toEqual(['Ben', 'Cleo']);
  });
});
