import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { watchTablets, type TabletsView } from '#app/tablets/tablets-view.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { Empty } from '#ui/parts/feedback/empty.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { AddTablet } from './add-tablet.tsx';
import { ConnectServer } from './connect-server.tsx';
import { LineCard } from './line-card.tsx';
import { OverruledCard } from './overruled-list.tsx';
import { TabletList } from './tablet-list.tsx';
import '#ui/style/paper-colours.css';
import './tablets.css';

/** The tablets of the shop: how they come together, and what each knows. */
export function TabletsScreen(): JSX.Element {
  const { deps, isSample } = useShop();
  const [view, setView] = useState<TabletsView | null>(null);
  const [connections, setConnections] = useState(0);
  useEffect(() => watchTablets(deps, setView), [deps, connections]);
  return (
    <Page
      title={m.tablets_title()}
      lead={m.tablets_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="tablets">
        {isSample ? <Empty title={m.tablets_sample()} /> : null}
        {view === null || isSample ? null : (
          <Tablets view={view} onConnected={() => setConnections((count) => count + 1)} />
        )}
      </div>
    </Page>
  );
}

interface TabletsProps {
  readonly view: TabletsView;
  readonly onConnected: () => void;
}

function Tablets({ view, onConnected }: TabletsProps): JSX.Element {
  if (view.kind === 'alone') return <ConnectServer purpose="first" onConnected={onConnected} />;
  const isLineOpen = view.line.problem === null;
  const isForgotten = view.line.problem === 'unknown-here';
  // A line that is gone for a moment must not end an invitation.
  const canInvite = !isForgotten && view.line.problem !== 'taken-out';
  return (
    <>
      <LineCard {...view} count={view.tablets.length} />
      {isForgotten ? <ConnectServer purpose="again" onConnected={onConnected} /> : null}
      <OverruledCard />
      <TabletList own={view.own} tablets={view.tablets} isLineOpen={isLineOpen} />
      {canInvite ? <AddTablet /> : null}
    </>
  );
}
