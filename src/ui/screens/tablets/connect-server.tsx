import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { foundTablets } from '#app/pairing/found-tablets.ts';
import { startCarrier } from '#app/tablets/start-carrier.ts';
import { tabletContext } from '#app/tablets/tablet-context.ts';
import { useApp, useDeps } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { pairingText } from './pairing-text.ts';

export interface ConnectServerProps {
  /** `again` when the server has forgotten the shop. */
  readonly purpose: 'first' | 'again';
  readonly onConnected: () => void;
}

/** The six words of the server make this tablet's shop one of several tablets. */
export function ConnectServer({ purpose, onConnected }: ConnectServerProps): JSX.Element {
  const isFirst = purpose === 'first';
  const [name, setName] = useState(m.tablets_first_name());
  const [words, setWords] = useState('');
  const { connect, problem, isBusy } = useConnect(onConnected);
  return (
    <Card title={isFirst ? m.tablets_connect() : m.tablets_connect_again()}>
      <form
        class="tablets_form"
        onSubmit={(event) => {
          event.preventDefault();
          connect({ name, words });
        }}
      >
        <p>{isFirst ? m.tablets_connect_words() : m.tablets_connect_again_words()}</p>
        {isFirst ? (
          <TextField label={m.tablets_name()} value={name} maxLength={40} onInput={setName} />
        ) : null}
        <TextField
          label={m.tablets_six_words()}
          hint={m.tablets_server_words_hint()}
          value={words}
          autoCapitalize="off"
          spellcheck={false}
          problem={problem}
          onInput={setWords}
        />
        <Button type="submit" kind="primary" busy={isBusy}>
          {m.tablets_connect_do()}
        </Button>
      </form>
    </Card>
  );
}

interface Connecting {
  readonly connect: (request: { readonly name: string; readonly words: string }) => void;
  readonly problem: string | null;
  readonly isBusy: boolean;
}

function useConnect(onConnected: () => void): Connecting {
  const deps = useDeps();
  const { device } = useApp();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function connect(request: Parameters<Connecting['connect']>[0]): Promise<void> {
    setBusy(true);
    const founded = await foundTablets(await tabletContext(deps), request);
    setBusy(false);
    setProblem(founded.ok ? null : pairingText(founded.problem));
    if (!founded.ok) return;
    await startCarrier(device, deps);
    onConnected();
  }
  return { connect: (request) => void connect(request), problem, isBusy };
}
