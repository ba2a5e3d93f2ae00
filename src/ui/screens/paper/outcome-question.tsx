import type { JSX } from 'preact';
import { useAction } from '#ui/hooks/use-action.ts';
import type { ShopProblem } from '#domain/shop/shop-problem.ts';
import type { Result } from '#lib/result.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { HelpLink } from '#ui/screens/help/help-link.tsx';
import { m } from '#ui/messages.ts';
import './outcome-question.css';

/** How far printing is: nobody knows what the printer did until the owner says so. */
export interface Outcome {
  readonly step: 'choosing' | 'asking' | 'good' | 'adjusting';
  readonly isBusy: boolean;
  readonly ask: () => void;
  readonly cameOut: () => void;
  readonly adjust: () => void;
  /** What is said once it came out. */
  readonly doneWords: string;
}

/** One quiet question after the system's print sheet, and what follows from the answer. */
export function OutcomeQuestion({ outcome }: { readonly outcome: Outcome }): JSX.Element | null {
  switch (outcome.step) {
    case 'choosing':
      return null;
    case 'asking':
      return (
        <Notice
          tone="ask"
          actions={
            <>
              <Button busy={outcome.isBusy} onPress={outcome.cameOut}>
                {m.print_all_good()}
              </Button>
              <Button onPress={outcome.adjust}>{m.print_adjust()}</Button>
            </>
          }
        >
          {m.print_came_out()}
        </Notice>
      );
    case 'adjusting':
      return (
        <output class="outcome-question">
          {m.print_adjust_words()} <HelpLink name="paper" />
        </output>
      );
    case 'good':
      return <output class="outcome-question">{outcome.doneWords}</output>;
  }
}

export type OutcomeStep = Outcome['step'];

export interface OutcomeActions {
  readonly step: OutcomeStep;
  readonly onStep: (step: OutcomeStep) => void;
  readonly doneWords: string;
  /** What the paper changes in the shop once it came out; `more`: it has to go in once again. */
  readonly onGood: () => Promise<Result<'done' | 'more', ShopProblem>>;
}

export function useOutcome({ step, onStep, doneWords, onGood }: OutcomeActions): Outcome {
  const { run, isRunning } = useAction();
  async function noteGood(): Promise<void> {
    const done = await run(onGood);
    if (done !== undefined) onStep(done === 'done' ? 'good' : 'choosing');
  }
  return {
    step,
    isBusy: isRunning,
    doneWords,
    ask: () => onStep('asking'),
    cameOut: () => void noteGood(),
    adjust: () => onStep('adjusting'),
  };
}
