import type { JSX } from 'preact';
import { canChooseFolder } from '#app/copy-folder.ts';
import { useCopyLock } from '../hooks/use-copy-lock.ts';
import { useShop } from '../hooks/use-deps.ts';
import { Card } from '../parts/card.tsx';
import { Page } from '../parts/page.tsx';
import { formatRoute } from '../routes.ts';
import { m } from '../words.ts';
import { BringBackCard } from './copy/bring-back-card.tsx';
import { FolderCard } from './copy/folder-card.tsx';
import { KeptShopCard } from './copy/kept-shop-card.tsx';
import { LockCard } from './copy/lock-card.tsx';
import { SaveCopyCard } from './copy/save-copy-card.tsx';
import './copy.css';

/** The shop as a file: carried away, and brought back. */
export function CopyScreen(): JSX.Element {
  const { isSample } = useShop();
  const lock = useCopyLock();
  const isAsked = lock.kind !== 'unasked';
  const phrase = !isSample && lock.kind === 'locked' ? lock.phrase : null;
  return (
    <Page
      title={m.backup_title()}
      lead={m.backup_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="copy">
        {isSample || isAsked ? <SaveCopyCard phrase={phrase} /> : null}
        {!isSample && isAsked && canChooseFolder() ? <FolderCard /> : null}
        {isSample ? null : <LockCard key={lock.kind} />}
        {isSample ? (
          <Card title={m.backup_restore_title()}>
            <p>{m.backup_restore_sample()}</p>
          </Card>
        ) : (
          <>
            <BringBackCard />
            <KeptShopCard />
          </>
        )}
      </div>
    </Page>
  );
}
