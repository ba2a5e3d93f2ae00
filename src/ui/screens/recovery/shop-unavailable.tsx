import type { JSX } from 'preact';
import type { FoundShop } from '#app/shop/discover-shops.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import type { AppState } from '#ui/hooks/app-state.ts';
import { useDataLoss } from './use-data-loss.ts';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { m } from '#ui/messages.ts';
import { RestoreInstead } from './restore-instead.tsx';
import './shop-unavailable.css';
import { DataLossView } from './data-loss.tsx';
import { SalvageButton, StartOverButton } from './salvage-button.tsx';

export interface ShopUnavailableScreenProps {
  readonly appState: Exclude<AppState, { readonly kind: 'starting' | 'open' | 'first-run' }>;
}

/** A shop that cannot simply be opened: why, and what to do. Nothing is written from here. */
export function ShopUnavailableScreen({ appState }: ShopUnavailableScreenProps): JSX.Element {
  return (
    <main class="shop-unavailable">
      <UnavailableReason appState={appState} />
    </main>
  );
}

function UnavailableReason({ appState }: ShopUnavailableScreenProps): JSX.Element {
  switch (appState.kind) {
    case 'found':
      return <Found shops={appState.shops} />;
    case 'lost':
      return <DataLossView name={appState.name} />;
    case 'upgrading':
      return (
        <Progress label={m.closed_upgrade_title()} text={m.closed_upgrade_words()} done={null} />
      );
    case 'superseded':
    case 'refused':
      return <Refused appState={appState} />;
  }
}

function Refused({ appState }: { readonly appState: RefusedState }): JSX.Element {
  const { title, words } = wordsFor(appState);
  return (
    <>
      <h1 class="type_title">{title}</h1>
      <p>{words}</p>
      <ButtonRow>
        <Button kind="primary" onPress={() => location.reload()}>
          {m.shell_reload()}
        </Button>
        {appState.kind === 'refused' && appState.name !== '' ? (
          <SalvageButton name={appState.name} rank="beside" />
        ) : null}
      </ButtonRow>
      {appState.kind === 'refused' && mayBeCorrupt(appState) ? (
        <Instead name={appState.name} />
      ) : null}
    </>
  );
}

type RefusedState = Extract<AppState, { readonly kind: 'superseded' | 'refused' }>;

// Where only newer code, another tab or space is needed, an earlier state would be wrong.
function mayBeCorrupt({ name, problem }: Extract<AppState, { readonly kind: 'refused' }>): boolean {
  return (
    name !== '' && ['storage-failed', 'not-answering', 'snapshot-failed'].includes(problem.kind)
  );
}

// The last way out, and only once the shop could be inspected: a storage that does not answer has
// no space for a backup either.
function Instead({ name }: { readonly name: string }): JSX.Element | null {
  const dataLoss = useDataLoss(name);
  if (dataLoss === null) return null;
  return (
    <Card title={m.closed_instead_title()}>
      <p>{m.closed_instead_words()}</p>
      <RestoreInstead dataLoss={dataLoss} rank="last" />
    </Card>
  );
}

function Found({ shops: found }: { readonly shops: readonly FoundShop[] }): JSX.Element {
  const { shops } = useApp();
  return (
    <>
      <h1 class="type_title">
        {found.length === 1
          ? m.closed_found_title()
          : m.closed_found_many_title({ count: found.length })}
      </h1>
      <p>{m.closed_found_words()}</p>
      {found.map((shop) => (
        <Card
          key={shop.name}
          title={shop.shopName === '' ? m.closed_found_nameless() : shop.shopName}
          actions={
            <Button kind="primary" onPress={() => void shops.switchShop(shop.name)}>
              {m.closed_found_open()}
            </Button>
          }
        >
          <p>{shop.size === null ? m.closed_found_unread() : m.closed_found_size(shop.size)}</p>
        </Card>
      ))}
      <ButtonRow>
        <StartOverButton />
      </ButtonRow>
    </>
  );
}

interface Words {
  readonly title: string;
  readonly words: string;
}

function wordsFor(appState: RefusedState): Words {
  if (appState.kind === 'superseded')
    return { title: m.shell_superseded_title(), words: m.shell_superseded_words() };
  const { problem } = appState;
  switch (problem.kind) {
    case 'newer-app-needed':
      return { title: m.closed_newer_title(), words: m.closed_newer_words() };
    case 'blocked':
      return { title: m.closed_blocked_title(), words: m.closed_blocked_words() };
    case 'snapshot-failed':
      return {
        title: m.closed_not_kept_title(),
        words:
          problem.why === 'storage-full' ? m.closed_not_kept_full() : m.closed_not_kept_words(),
      };
    case 'storage-full':
      return { title: m.closed_storage_title(), words: m.problem_storage_full() };
    case 'storage-failed':
      return {
        title: m.closed_storage_title(),
        words: m.closed_storage_words({ name: problem.name }),
      };
    case 'not-answering':
      return { title: m.closed_silent_title(), words: m.closed_silent_words() };
  }
}
