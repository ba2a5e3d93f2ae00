import { useLayoutEffect, useRef } from 'preact/hooks';
import { undoVisit } from '#app/counter/visit-actions.ts';
import type { CounterStore } from '#app/counter/counter-store.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { commandForKey, type CounterKeys } from './command-for-key.ts';
import type { Counter } from './use-counter.ts';
import { useNavigate, useSettings } from '#ui/hooks/use-shop.ts';

export interface CounterKeysOptions {
  readonly counterStore: CounterStore;
  readonly counter: Counter;
  /** Whom Enter logs: the first who was found, or null. */
  readonly first: CustomerId | null;
}

/** Follows the keyboard wherever the focus is, except inside a field or a sheet. */
export function useCounterKeys(options: CounterKeysOptions): void {
  const { typingSearches } = useSettings();
  const navigate = useNavigate();
  const keys = {
    ...counterKeys(options),
    takesLetters: typingSearches,
    onHelp: (): void => navigate({ kind: 'help' }),
  };
  // After Tab, Enter belongs to whatever was reached with it.
  const hasMoved = useRef(false);
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Tab') hasMoved.current = true;
      const command = commandForKey(event, keys, hasMoved.current);
      if (command === null) return;
      event.preventDefault();
      if (event.key.length === 1) hasMoved.current = false;
      command();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function counterKeys(options: CounterKeysOptions): Omit<CounterKeys, 'takesLetters' | 'onHelp'> {
  const { counterStore, counter, first } = options;
  const { state } = counter;
  const isMoney = state.pad === 'money';
  return {
    isTyping: isMoney || state.panel === 'naming' || state.typed !== '',
    onCharacter(character) {
      const digit = isMoney ? digits.find((key) => key === character) : undefined;
      if (digit === undefined) counter.type(character, 'keyboard');
      else counter.money(digit);
    },
    onBack: () => (isMoney ? counter.money('back') : counter.back()),
    onEnter() {
      if (isMoney) counter.closeMoney();
      else if (state.panel === 'naming') counter.logNewCustomer();
      else if (first === null && hasLetter.test(state.typed)) counter.startNaming();
      else if (first !== null) counter.tap(first);
    },
    onEscape: counter.escape,
    onUndo() {
      const latest = counterStore.currentVisit() ?? counterStore.todayVisits.visits()[0];
      if (latest !== undefined && !latest.visit.voided) undoVisit(counterStore, latest.visit.id);
    },
  };
}

const hasLetter = /\p{Letter}/u;
const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
