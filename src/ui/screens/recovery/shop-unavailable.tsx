import type { JSX } from 'preact';
import type { FoundShop } from '#app/shop/discover-shops.ts';
import type { StartProblem } from '#app/shop/open-shop.ts';
import { useTablet } from '#ui/hooks/use-app.ts';
import type { Stage } from '#ui/hooks/app-state.ts';
import { useLostShop } from './use-data-loss.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Progress } from '#ui/parts/feedback/progress.tsx';
import { m } from '#ui/messages.ts';
import { BringBackInstead } from './restore-instead.tsx';
import './shop-unavailable.css';
import { LostShopView } from './data-loss.tsx';
import { RescueCopy } from './salvage-button.tsx';

export interface ClosedShopScreenProps {
  readonly stage: Exclude<Stage, { readonly kind: 'starting' | 'open' | 'first-run' }>;
}

/** A shop is here, or should be, and cannot simply be opened: what is the matter, and what to do. Nothing is ever written from here. */
export function ClosedShopScreen({ stage }: ClosedShopScreenProps): JSX.Element {
  return (
    <main class="shop-unavailable">
      <Matter stage={stage} />
    </main>
  );
}

function Matter({ stage }: ClosedShopScreenProps): JSX.Element {
  switch (stage.kind) {
    case 'found':
      return <Found shops={stage.shops} />;
    case 'lost':
      return <LostShopView name={stage.name} />;
    case 'upgrading':
      return (
        <Progress label={m.closed_upgrade_title()} text={m.closed_upgrade_words()} done={null} />
      );
    case 'superseded':
    case 'refused':
      return <Refused stage={stage} />;
  }
}

function Refused({ stage }: { readonly stage: RefusedStage }): JSX.Element {
  const { title, words } = wordsFor(stage);
  return (
    <>
      <h1 class="type_title">{title}</h1>
      <p>{words}</p>
      <div class="shop-unavailable_keys">
        <Button kind="primary" onPress={() => location.reload()}>
          {m.shell_reload()}
        </Button>
        {stage.kind === 'refused' && stage.name !== '' ? <Rescue name={stage.name} /> : null}
      </div>
      {stage.kind === 'refused' && mayBeBroken(stage) ? <Instead name={stage.name} /> : null}
    </>
  );
}

type RefusedStage = Extract<Stage, { readonly kind: 'superseded' | 'refused' }>;

// Where only newer code, another tab or room is needed, an earlier state would be the wrong way out.
function mayBeBroken({ name, problem }: Extract<Stage, { readonly kind: 'refused' }>): boolean {
  return name !== '' && ['storage-failed', 'not-answering', 'not-kept'].includes(problem.kind);
}

// The last way out, and only once something could be seen of the shop: a storage that is silent has no room for a copy either.
function Instead({ name }: { readonly name: string }): JSX.Element | null {
  const lost = useLostShop(name);
  if (lost === null) return null;
  return (
    <Card title={m.closed_instead_title()}>
      <p>{m.closed_instead_words()}</p>
      <BringBackInstead lost={lost} rank="last" />
    </Card>
  );
}

function Found({ shops: found }: { readonly shops: readonly FoundShop[] }): JSX.Element {
  const { shops } = useTablet();
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
            <Button kind="primary" onPress={() => void shops.adopt(shop.name)}>
              {m.closed_found_open()}
            </Button>
          }
        >
          <p>{shop.size === null ? m.closed_found_unread() : m.closed_found_size(shop.size)}</p>
        </Card>
      ))}
      <div class="shop-unavailable_keys">
        <BeginAnew />
      </div>
    </>
  );
}

function Rescue({ name }: { readonly name: string }): JSX.Element {
  const { device } = useTablet();
  return <RescueCopy name={name} now={device.clock.now} rank="beside" />;
}

function BeginAnew(): JSX.Element {
  const { shops } = useTablet();
  return <Button onPress={shops.beginAnew}>{m.closed_start_new()}</Button>;
}

interface Words {
  readonly title: string;
  readonly words: string;
}

function wordsFor(stage: RefusedStage): Words {
  switch (stage.kind) {
    case 'superseded':
      return { title: m.shell_superseded_title(), words: m.shell_superseded_words() };
    case 'refused':
      return problemWords(stage.problem);
  }
}

function problemWords(problem: StartProblem): Words {
  switch (problem.kind) {
    case 'newer-app-needed':
      return { title: m.closed_newer_title(), words: m.closed_newer_words() };
    case 'blocked':
      return { title: m.closed_blocked_title(), words: m.closed_blocked_words() };
    case 'not-kept':
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
