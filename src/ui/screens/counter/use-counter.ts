import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MoneyKey } from '#app/counter/amount-draft.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { VisitKind } from '#domain/visits/visit.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';

/** What is open on the Counter: what was typed, which keys are shown, which panel. */
export interface CounterState {
  readonly typed: string;
  readonly pad: 'letters' | 'digits' | 'money';
  /** On a phone the pad covers the strip only while it is wanted. */
  readonly isKeypadOpen: boolean;
  readonly panel: 'strip' | 'naming' | 'told' | 'note';
  readonly name: string;
  readonly sentBy: CustomerId | null;
  readonly isDayOpen: boolean;
}

const idleState: CounterState = {
  typed: '',
  pad: 'letters',
  isKeypadOpen: false,
  panel: 'strip',
  name: '',
  sentBy: null,
  isDayOpen: false,
};

/** After so long without a key an amount is finished and the letters come back. */
const amountMs = 8000;
const maxTypedLength = 24;
const maxNameLength = 60;

export interface Counter {
  readonly state: CounterState;
  readonly change: (changes: Partial<CounterState>) => void;
  readonly tap: (id: CustomerId) => void;
  readonly logAnonymous: (kind: VisitKind) => void;
  readonly type: (character: string) => void;
  readonly back: () => void;
  readonly escape: () => void;
  readonly startNaming: () => void;
  readonly logNewCustomer: () => void;
  readonly openMoney: () => void;
  readonly money: (key: MoneyKey) => void;
  readonly closeMoney: () => void;
}

/** What staff do on the Counter. A tap always logs; whatever was open gives way to it. */
export function useCounter(counterStore: CounterStore): Counter {
  const { amounts, askAmount } = useSettings();
  const [state, setState] = useState(idleState);
  const change = (changes: Partial<CounterState>): void =>
    setState((before) => ({ ...before, ...changes }));
  const reset = (changes: Partial<CounterState> = {}): void =>
    setState({ ...idleState, ...changes });
  const closeMoney = useCallback((): void => {
    counterStore.finishAmount();
    setState((before) => ({ ...before, pad: 'letters', isKeypadOpen: false }));
  }, [counterStore]);
  useAmountEnd(counterStore, state.pad === 'money', closeMoney);
  return {
    state,
    change,
    tap(id) {
      const isLogged = counterStore.tap(id) === 'logged';
      reset(isLogged && amounts && askAmount ? { pad: 'money', isKeypadOpen: true } : {});
    },
    logAnonymous(kind) {
      counterStore.logAnonymous(kind);
      reset();
    },
    type(character) {
      setState((before) => typedInto(before, character));
    },
    back() {
      setState((before) =>
        before.panel === 'naming'
          ? { ...before, name: withoutLast(before.name) }
          : { ...before, typed: withoutLast(before.typed) },
      );
    },
    escape() {
      counterStore.finishAmount();
      reset();
    },
    startNaming() {
      counterStore.finishAmount();
      reset({ panel: 'naming', name: state.typed === '' ? '' : nameFrom(state.typed) });
    },
    logNewCustomer() {
      const name = state.name.trim();
      if (name === '') return;
      counterStore.logNewCustomer(name, state.sentBy);
      reset();
    },
    openMoney() {
      change({ pad: 'money', isKeypadOpen: true, typed: '', panel: 'strip' });
    },
    money: (key) => counterStore.typeKey(key),
    closeMoney,
  };
}

// Finishes an amount after a while without a key. Leaving the app finishes nothing: the draft is
// saved, and may be half of a figure.
function useAmountEnd(counterStore: CounterStore, isOpen: boolean, onEnd: () => void): void {
  const typed = counterStore.amount?.amount ?? null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(onEnd, amountMs);
    return () => clearTimeout(timer);
  }, [isOpen, typed, onEnd]);
}

function typedInto(state: CounterState, character: string): CounterState {
  if (state.panel === 'naming')
    return { ...state, name: withLetter(state.name, character).slice(0, maxNameLength) };
  const pad = state.pad === 'money' ? 'letters' : state.pad;
  return { ...state, pad, typed: (state.typed + character).slice(0, maxTypedLength) };
}

// Our letters are capitals; in a name only those that begin a word are.
function withLetter(name: string, letter: string): string {
  const isInside = /\p{Letter}$/u.test(name);
  return name + (isInside ? letter.toLocaleLowerCase() : letter.toLocaleUpperCase());
}

function nameFrom(typed: string): string {
  return typed.replace(
    /\p{Letter}+/gu,
    (word) => word.charAt(0).toLocaleUpperCase() + word.slice(1).toLocaleLowerCase(),
  );
}

function withoutLast(text: string): string {
  return text.slice(0, -1);
}
