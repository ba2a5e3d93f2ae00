import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { JoinRequest } from '#app/pairing/join-shop.ts';
import { dropInvitation } from '#app/pairing/handed-invitation.ts';
import { ownLine } from '#app/tablets/tablet-context.ts';
import { parseInvitation, type Invitation } from '#domain/tablets/invitation.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { pairingText } from './pairing-text.ts';
import '#ui/style/paper-colours.css';
import './tablets.css';

export interface JoinShopFormProps {
  /** The invitation that a camera read; empty where somebody types it. */
  readonly handed: string;
  readonly onLeave: () => void;
}

/** A new tablet joins the shop of another: number and words are on that one's screen. */
export function JoinShopForm({ handed, onLeave }: JoinShopFormProps): JSX.Element {
  const invitation = parseInvitation(handed);
  const [request, setRequest] = useState(() => requestOf(invitation));
  const { join, picture, problem, isBusy } = useJoin();
  if (picture !== null) return <Waiting picture={picture} onLeave={onLeave} />;
  return (
    <form
      class="tablets_form"
      onSubmit={(event) => {
        event.preventDefault();
        join(request);
      }}
    >
      <h1 class="first-run_title">{m.tablets_join_title()}</h1>
      <p>{invitation === null ? m.tablets_join_words() : m.tablets_join_handed()}</p>
      <TextField
        label={m.tablets_number()}
        inputMode="numeric"
        value={request.number}
        maxLength={2}
        onInput={(number) => setRequest({ ...request, number })}
      />
      <TextField
        label={m.tablets_six_words()}
        value={request.words}
        autoCapitalize="off"
        spellcheck={false}
        problem={problem}
        onInput={(words) => setRequest({ ...request, words })}
      />
      <TextField
        label={m.tablets_name()}
        hint={m.tablets_name_hint()}
        value={request.name}
        maxLength={40}
        onInput={(name) => setRequest({ ...request, name })}
      />
      <ButtonRow>
        <Button type="submit" kind="primary" busy={isBusy}>
          {m.tablets_join_do()}
        </Button>
        <Button onPress={onLeave}>{m.first_run_restore_leave()}</Button>
      </ButtonRow>
    </form>
  );
}

function requestOf(invitation: Invitation | null): JoinRequest {
  const words = invitation?.words.replaceAll('-', ' ') ?? '';
  return { number: invitation?.number ?? '', words, name: '' };
}

interface WaitingProps {
  readonly picture: string;
  readonly onLeave: () => void;
}

function Waiting({ picture, onLeave }: WaitingProps): JSX.Element {
  return (
    <div class="tablets_form" role="status">
      <h1 class="first-run_title">{m.tablets_join_waiting()}</h1>
      <p>{m.tablets_join_compare()}</p>
      <p class="tablets_words" translate={false} lang="en">
        {picture}
      </p>
      <Button onPress={onLeave}>{m.first_run_restore_leave()}</Button>
    </div>
  );
}

interface Joining {
  readonly join: (request: JoinRequest) => void;
  readonly picture: string | null;
  readonly problem: string | null;
  readonly isBusy: boolean;
}

function useJoin(): Joining {
  const { device, shops } = useApp();
  const [picture, setPicture] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const control = useRef(new AbortController());
  useEffect(() => () => control.current.abort(), []);
  async function join(typed: JoinRequest): Promise<void> {
    setBusy(true);
    setProblem(null);
    const { signal } = control.current;
    const name = typed.name.trim() === '' ? m.tablets_new_name() : typed.name.trim();
    const request = { ...typed, number: typed.number.trim(), name };
    const options = { device, line: ownLine(), signal, onWaiting: setPicture };
    const { joinShop } = await import('#app/pairing/join-shop.ts');
    const joined = await joinShop(request, options);
    if (joined.ok) {
      await shops.switchShop(joined.value);
      return dropInvitation();
    }
    setBusy(false);
    setPicture(null);
    setProblem(pairingText(joined.problem));
  }
  return { join: (request) => void join(request), picture, problem, isBusy };
}
