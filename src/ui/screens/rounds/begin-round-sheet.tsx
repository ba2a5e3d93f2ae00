import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import {
  placesOfLastTime,
  proposeRound,
  type ProposalContext,
  type RoundProposal,
} from '#app/rounds/propose-round.ts';
import { previousRound, type RoundContext } from '#app/rounds/round-view.ts';
import { beginRound, type RoundPlace } from '#app/rounds/rounds.ts';
import { amountInputText, parseAmount } from '#domain/shop/amount-input.ts';
import type { Round } from '#domain/week/round.ts';
import { normalizeText } from '#lib/normalize-text.ts';
import { currencySign } from '#i18n/story.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { useDeps, useNavigate, useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { useAction } from '#ui/hooks/use-action.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';
import { LeftOutList } from './left-out-list.tsx';
import { peopleInHomes } from './people-in-homes.ts';

export interface BeginRoundSheetProps {
  readonly context: RoundContext;
  readonly onClose: () => void;
}

const beginnings = ['proposal', 'last', 'empty'] as const;
type Beginning = (typeof beginnings)[number];

/** A name, a year, and whom the list begins with: a proposal, the last list, or nobody. */
export function BeginRoundSheet({ context, onClose }: BeginRoundSheetProps): JSX.Element {
  const deps = useDeps();
  const navigate = useNavigate();
  const today = useToday();
  const { currency, cardCost } = useSettings();
  const { run, isRunning } = useAction();
  const [typed, setTyped] = useState<RoundTyped>(() => ({
    name: latestRound(context)?.name ?? m.rounds_default_name(),
    year: today.slice(0, 4),
    budget: '',
  }));
  const { name, year, budget } = typed;
  const [from, setFrom] = useState<Beginning>('proposal');
  const [checked, setChecked] = useState(false);
  const previous = previousRound({ name, year: Number(year) }, context.rounds);
  const { proposal, last } = useBeginnings(context, previous);
  const places: Readonly<Record<Beginning, readonly RoundPlace[]>> = {
    proposal: proposal.places,
    last,
    empty: [],
  };
  const beginning = from === 'last' && previous === null ? 'proposal' : from;
  const budgetMoney = budget.trim() === '' ? null : (parseAmount(budget, currency) ?? undefined);
  const problems: RoundProblems = {
    name: name.trim() === '' ? m.rounds_name_missing() : null,
    year: yearProblem(name, year, context.rounds),
    budget: budgetMoney === undefined ? m.my_shop_amount_wrong() : null,
  };

  async function begin(): Promise<void> {
    setChecked(true);
    if (problems.name !== null || problems.year !== null || budgetMoney === undefined) return;
    const gift = { kind: 'card', words: '', cost: cardCost } as const;
    const draft = { name, year: Number(year), budgetMoney, today, gift };
    const round = await run(() => beginRound(deps, draft, places[beginning]));
    if (round !== undefined) navigate({ kind: 'round', id: round.id });
  }

  return (
    <Sheet
      title={m.rounds_begin()}
      closeWord={m.rounds_close_sheet()}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={isRunning} onPress={() => void begin()}>
          {m.rounds_begin_now({ count: places[beginning].length })}
        </Button>
      }
    >
      <FieldStack>
        <RoundFields typed={typed} onType={setTyped} problems={checked ? problems : noProblems} />
        <Choice
          legend={m.rounds_from()}
          options={beginnings
            .filter((each) => each !== 'last' || previous !== null)
            .map((value) => ({ value, word: beginningWord(value, { proposal, last, previous }) }))}
          value={beginning}
          onChange={setFrom}
        />
        {beginning === 'proposal' ? <LeftOutList people={proposal.leftOut} /> : null}
      </FieldStack>
    </Sheet>
  );
}

interface RoundTyped {
  readonly name: string;
  readonly year: string;
  readonly budget: string;
}

type RoundProblems = Readonly<Record<keyof RoundTyped, string | null>>;
const noProblems: RoundProblems = { name: null, year: null, budget: null };

interface RoundFieldsProps {
  readonly typed: RoundTyped;
  readonly onType: (typed: RoundTyped) => void;
  readonly problems: RoundProblems;
}

function RoundFields({ typed, onType, problems }: RoundFieldsProps): JSX.Element {
  const { currency } = useSettings();
  return (
    <>
      <TextField
        label={m.rounds_field_name()}
        hint={m.rounds_field_name_hint()}
        maxLength={40}
        value={typed.name}
        problem={problems.name}
        onInput={(name) => onType({ ...typed, name })}
      />
      <TextField
        label={m.rounds_field_year()}
        inputMode="numeric"
        maxLength={4}
        value={typed.year}
        problem={problems.year}
        onInput={(year) => onType({ ...typed, year })}
      />
      <TextField
        label={m.rounds_field_budget()}
        hint={m.rounds_field_budget_hint()}
        before={currencySign(currency)}
        inputMode="decimal"
        placeholder={amountInputText(0, currency)}
        value={typed.budget}
        problem={problems.budget}
        onInput={(budget) => onType({ ...typed, budget })}
      />
    </>
  );
}

interface Beginnings {
  readonly proposal: RoundProposal;
  readonly last: readonly RoundPlace[];
}

function useBeginnings(context: RoundContext, previous: Round | null): Beginnings {
  const today = useToday();
  const segments = useSegments(useRoster());
  const previousId = previous?.id ?? null;
  return useMemo(() => {
    const { roster, homes, gestures } = context;
    const before = gestures.filter(({ roundId }) => roundId !== null && roundId === previousId);
    const asked: ProposalContext = { roster, homes, segments, previous: before, today };
    return { proposal: proposeRound(asked), last: placesOfLastTime(asked) };
  }, [context, segments, previousId, today]);
}

function beginningWord(
  beginning: Beginning,
  { proposal, last, previous }: Beginnings & { readonly previous: Round | null },
): string {
  switch (beginning) {
    case 'proposal':
      return m.rounds_from_proposal(peopleInHomes(proposal.people, proposal.places.length));
    case 'last':
      return m.rounds_from_last({ year: previous?.year ?? 0, lines: last.length });
    case 'empty':
      return m.rounds_from_empty();
  }
}

function latestRound({ rounds }: RoundContext): Round | undefined {
  return rounds.toSorted((a, b) => b.year - a.year || (a.made < b.made ? 1 : -1))[0];
}

function yearProblem(name: string, year: string, rounds: readonly Round[]): string | null {
  if (!/^(19|20|21)\d\d$/.test(year)) return m.rounds_year_wrong();
  const isThere = rounds.some(
    (each) => String(each.year) === year && normalizeText(each.name) === normalizeText(name.trim()),
  );
  return isThere ? m.rounds_year_there({ name: name.trim(), year }) : null;
}
