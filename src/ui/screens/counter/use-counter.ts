import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MoneyKey } from '#app/counter/amount-draft.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import { blankNewcomer } from '#app/counter/newcomer-draft.ts';
import type { SearchPad } from '#app/counter/search-pad.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { VisitKind } from '#domain/visits/visit.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';

/** What is open on the Counter: what was typed, which keys are shown, which panel. */
export interface CounterState {
  readonly typed: string;
  readonly pad: SearchPad | 'money';
  /** On a phone the pad covers the strip only while it is wanted. */
  readonly isKeypadOpen: boolean;
  /** `whose`: a visit without a name is given to whoever is tapped. */
  readonly panel: 'strip' | 'naming' | 'told' | 'note' | 'friend' | 'whose';
  /** Whom a typed name is for: somebody who comes in now, or a visit that had none. */
  readonly names: 'newcomer' | 'visit';
  readonly isDayOpen: boolean;
  /** While the glass is wiped nothing reacts. */
  readonly isWiping: boolean;
  /** People whom everybody forgot are logged afterwards. */
  readonly isRecalling: boolean;
}

const idleState: CounterState = {
  typed: '',
  pad: 'letters',
  isKeypadOpen: false,
  panel: 'strip',
  names: 'newcomer',
  isDayOpen: false,
  isWiping: false,
  isRecalling: false,
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
  /** A pad has capitals alone; a keyboard says which it means. */
  readonly type: (character: string, source?: 'pad' | 'keyboard') => void;
  readonly back: () => void;
  readonly escape: () => void;
  readonly showPad: (pad: SearchPad) => void;
  readonly startNaming: () => void;
  readonly rename: (name: string) => void;
  readonly cancelNaming: () => void;
  readonly logNewCustomer: () => void;
  readonly openMoney: () => void;
  readonly money: (key: MoneyKey) => void;
  readonly closeMoney: () => void;
}

/** What staff do on the Counter. A tap always logs; whatever was open gives way to it. */
export function useCounter(counterStore: CounterStore): Counter {
  const { amounts, askAmount } = useSettings();
  const [state, setState] = useState<CounterState>(() => ({
    ...idleState,
    pad: counterStore.searchPad(),
  }));
  const latest = useRef(state);
  latest.current = state;
  const asksAmount = amounts && askAmount;
  // The same functions at every drawing, so that tiles and keys that are given them stay as drawn.
  const actions = useMemo(
    () => counterActions(counterStore, { state: () => latest.current, setState, asksAmount }),
    [counterStore, asksAmount],
  );
  useAmountEnd(counterStore, state.pad === 'money', actions.closeMoney);
  return { state, ...actions };
}

interface StateAccess {
  /** As it was drawn last. */
  readonly state: () => CounterState;
  readonly setState: (next: CounterState | ((before: CounterState) => CounterState)) => void;
}

type CounterActions = Omit<Counter, 'state'>;

function counterActions(
  counterStore: CounterStore,
  { state, setState, asksAmount }: StateAccess & { readonly asksAmount: boolean },
): CounterActions {
  const change = (changes: Partial<CounterState>): void =>
    setState((before) => ({ ...before, ...changes }));
  const reset = (changes: Partial<CounterState> = {}): void =>
    setState({ ...idleState, pad: counterStore.searchPad(), ...changes });
  return {
    change,
    tap(id) {
      const { panel, names } = state();
      if (panel === 'naming') forgetNameOf(counterStore, id);
      if (names === 'visit') {
        counterStore.nameVisit(id);
        reset();
        return;
      }
      const isLogged = counterStore.tap(id) === 'logged';
      reset(isLogged && asksAmount ? { pad: 'money', isKeypadOpen: true } : {});
    },
    logAnonymous(kind) {
      counterStore.logAnonymous(kind);
      reset();
    },
    type(character, source = 'pad') {
      const { name } = counterStore.newcomer;
      if (state().panel === 'naming') rename(counterStore, withLetter(name, character, source));
      else setState((before) => typedInto(before, character, counterStore.searchPad()));
    },
    back() {
      if (state().panel === 'naming') rename(counterStore, withoutLast(counterStore.newcomer.name));
      else setState((before) => ({ ...before, typed: withoutLast(before.typed) }));
    },
    escape() {
      counterStore.finishAmount();
      reset();
    },
    showPad(pad) {
      if (pad !== 'digits') counterStore.setSearchPad(pad);
      change({ pad, typed: '' });
    },
    ...namingActions(counterStore, state, reset),
    openMoney() {
      change({ pad: 'money', isKeypadOpen: true, typed: '', panel: 'strip' });
    },
    money: (key) => counterStore.typeKey(key),
    closeMoney() {
      counterStore.finishAmount();
      change({ pad: counterStore.searchPad(), isKeypadOpen: false });
    },
  };
}

type NamingActions = Pick<Counter, 'startNaming' | 'rename' | 'cancelNaming' | 'logNewCustomer'>;

function namingActions(
  counterStore: CounterStore,
  state: StateAccess['state'],
  reset: (changes?: Partial<CounterState>) => void,
): NamingActions {
  return {
    startNaming() {
      const { typed, pad, names } = state();
      counterStore.finishAmount();
      if (hasLetter.test(typed) && pad !== 'big') rename(counterStore, nameFrom(typed));
      reset({ panel: 'naming', names });
    },
    rename: (name) => rename(counterStore, name),
    cancelNaming() {
      counterStore.setNewcomer(blankNewcomer);
      reset();
    },
    logNewCustomer() {
      const { name, sentBy } = counterStore.newcomer;
      if (name.trim() === '') return;
      if (state().names === 'visit') counterStore.nameVisit({ name: name.trim(), sentBy });
      else counterStore.logNewCustomer(name.trim(), sentBy);
      reset();
    },
  };
}

function rename(counterStore: CounterStore, name: string): void {
  counterStore.setNewcomer({ ...counterStore.newcomer, name: name.slice(0, maxNameLength) });
}

// Whoever was found by the name that was typed is no newcomer. Anybody else leaves the name alone.
function forgetNameOf(counterStore: CounterStore, id: CustomerId): void {
  const { newcomer, tileRanking } = counterStore;
  if (tileRanking.search(newcomer.name).includes(id)) counterStore.setNewcomer(blankNewcomer);
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

// A keyboard beside the big keys types letters; what it began the letters' own pad goes on with.
function typedInto(state: CounterState, character: string, usual: SearchPad): CounterState {
  const pad = state.pad === 'money' ? usual : state.pad;
  const isForeign = pad === 'big' && !groupKey.test(character);
  return {
    ...state,
    pad: isForeign ? 'letters' : pad,
    typed: ((isForeign ? '' : state.typed) + character).slice(0, maxTypedLength),
  };
}

const groupKey = /^[2-9]$/;
const hasLetter = /\p{Letter}/u;

// The pad's letters are capitals; in a name only those that begin a word are. A keyboard writes
// "McDonald" as it was typed.
function withLetter(name: string, letter: string, source: 'pad' | 'keyboard'): string {
  if (!/\p{Letter}$/u.test(name)) return name + letter.toLocaleUpperCase();
  return name + (source === 'pad' ? letter.toLocaleLowerCase() : letter);
}

function nameFrom(typed: string): string {
  const isByPad = !/\p{Lowercase}/u.test(typed);
  return typed.replace(/\p{Letter}+/gu, (word) => {
    const rest = word.slice(1);
    return word.charAt(0).toLocaleUpperCase() + (isByPad ? rest.toLocaleLowerCase() : rest);
  });
}

function withoutLast(text: string): string {
  return text.slice(0, -1);
}
