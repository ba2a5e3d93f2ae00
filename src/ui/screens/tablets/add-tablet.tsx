import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { openInvitation } from '#app/pairing/invite-tablet.ts';
import type { GuestAtDoor } from '#app/pairing/pairing-types.ts';
import type { JoinProblem } from '#app/pairing/pairing-problem.ts';
import { tabletContext } from '#app/tablets/tablet-context.ts';
import type { Deps } from '#app/deps.ts';
import type { Invitation } from '#domain/tablets/invitation.ts';
import { lazyModule, useLazyModule } from '#ui/hooks/lazy-module.ts';
import { useDeps } from '#ui/hooks/use-shop.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { pairingText } from './pairing-text.ts';

type Step =
  | { readonly kind: 'closed'; readonly problem: JoinProblem | null }
  | { readonly kind: 'open'; readonly invitation: Invitation }
  | { readonly kind: 'guest'; readonly invitation: Invitation; readonly atDoor: GuestAtDoor }
  | { readonly kind: 'in'; readonly name: string };

const invitationCode = lazyModule(async () => import('./invitation-code.tsx'));

/** A picture, or a number and six words, for another tablet; a look at three words; one tap. */
export function AddTablet(): JSX.Element {
  const { step, invite, letIn, giveUp } = useInvitation();
  return (
    <Card title={m.tablets_add_title()}>
      <div class="tablets_form" aria-live="polite">
        {step.kind === 'closed' ? (
          <>
            <p>{step.problem === null ? m.tablets_add_words() : pairingText(step.problem)}</p>
            <Button kind="primary" onPress={invite}>
              {m.tablets_add()}
            </Button>
          </>
        ) : null}
        {step.kind === 'open' ? <Words {...step.invitation} onGiveUp={giveUp} /> : null}
        {step.kind === 'guest' ? (
          <Guest atDoor={step.atDoor} onLetIn={() => letIn(step)} onGiveUp={giveUp} />
        ) : null}
        {step.kind === 'in' ? (
          <>
            <p>{m.tablets_is_in({ name: step.name })}</p>
            <Button onPress={invite}>{m.tablets_add_another()}</Button>
          </>
        ) : null}
      </div>
    </Card>
  );
}

function Words({
  number,
  words,
  onGiveUp,
}: Invitation & { readonly onGiveUp: () => void }): JSX.Element {
  const code = useLazyModule(invitationCode);
  return (
    <>
      <p>{m.tablets_code_how()}</p>
      <div class="tablets_code-place">
        {code === null ? null : <code.InvitationCode number={number} words={words} />}
      </div>
      <p>{m.tablets_add_how({ address: location.host })}</p>
      <p class="tablets_words">{m.tablets_number_is({ number })}</p>
      <p class="tablets_words" translate={false} lang="en">
        {words.replaceAll('-', ' ')}
      </p>
      <p>{m.tablets_ten_minutes()}</p>
      <Button onPress={onGiveUp}>{m.tablets_give_up()}</Button>
    </>
  );
}

interface GuestProps {
  readonly atDoor: GuestAtDoor;
  readonly onLetIn: () => void;
  readonly onGiveUp: () => void;
}

function Guest({ atDoor, onLetIn, onGiveUp }: GuestProps): JSX.Element {
  return (
    <>
      <p>{m.tablets_guest({ name: atDoor.guest.name })}</p>
      <p class="tablets_words" translate={false} lang="en">
        {atDoor.picture}
      </p>
      <p>{m.tablets_guest_compare()}</p>
      <ButtonRow>
        <Button kind="primary" onPress={onLetIn}>
          {m.tablets_let_in()}
        </Button>
        <Button onPress={onGiveUp}>{m.tablets_refuse()}</Button>
      </ButtonRow>
    </>
  );
}

interface InvitationSteps {
  readonly step: Step;
  readonly invite: () => void;
  readonly letIn: (step: Step & { readonly kind: 'guest' }) => void;
  readonly giveUp: () => void;
}

function useInvitation(): InvitationSteps {
  const deps = useDeps();
  const [step, setStep] = useState<Step>({ kind: 'closed', problem: null });
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  function giveUp(): void {
    control.current?.abort();
    setStep({ kind: 'closed', problem: null });
  }
  async function invite(): Promise<void> {
    giveUp();
    const current = new AbortController();
    control.current = current;
    await runInvitation(deps, current.signal, (next) => {
      if (!current.signal.aborted) setStep(next);
    });
  }
  async function letIn({ invitation, atDoor }: Step & { readonly kind: 'guest' }): Promise<void> {
    const { guest } = atDoor;
    const done = await deps.worker.ask({ kind: 'let-guest-in', ...invitation, guest });
    setStep(done.ok ? { kind: 'in', name: guest.name } : closedBy(done.problem));
  }
  return { step, invite: () => void invite(), letIn: (at) => void letIn(at), giveUp };
}

async function runInvitation(
  deps: Deps,
  signal: AbortSignal,
  onStep: (step: Step) => void,
): Promise<void> {
  const opened = await openInvitation(await tabletContext(deps));
  if (!opened.ok) return onStep(closedBy(opened.problem));
  const invitation = opened.value;
  onStep({ kind: 'open', invitation });
  try {
    const came = await deps.worker.ask({ kind: 'await-guest', ...invitation }, undefined, signal);
    onStep(came.ok ? { kind: 'guest', invitation, atDoor: came.value } : closedBy(came.problem));
  } catch (error) {
    // Given up: the next invitation has another number.
    if (!signal.aborted) throw error;
  }
}

function closedBy(problem: JoinProblem | { readonly kind: JoinProblem }): Step {
  return { kind: 'closed', problem: typeof problem === 'string' ? problem : problem.kind };
}
