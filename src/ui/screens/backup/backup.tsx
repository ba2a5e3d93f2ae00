import type { JSX } from 'preact';
import { canChooseFolder } from '#app/backup/backup-folder.ts';
import { useBackupProtection } from '#ui/hooks/use-backup-status.ts';
import { useHasTablets } from '#ui/hooks/use-has-tablets.ts';
import { useShop } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { RestoreCard } from './restore-card.tsx';
import { FolderCard } from './folder-card.tsx';
import { ReplacedShopCard } from './replaced-shop-card.tsx';
import { PassphraseCard } from './passphrase-card.tsx';
import { SaveBackupCard } from './save-backup-card.tsx';
import './backup.css';

export function BackupScreen(): JSX.Element {
  const { isSample } = useShop();
  const lock = useBackupProtection();
  const isShared = useHasTablets();
  const isAsked = lock.kind !== 'unasked';
  const phrase = !isSample && lock.kind === 'locked' ? lock.phrase : null;
  return (
    <Page
      title={m.backup_title()}
      lead={isShared ? m.backup_lead_shared() : m.backup_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="backup">
        {isSample || isAsked ? <SaveBackupCard phrase={phrase} /> : null}
        {!isSample && isAsked && canChooseFolder() ? <FolderCard /> : null}
        {isSample ? null : <PassphraseCard key={lock.kind} />}
        {isSample ? (
          <Card title={m.backup_restore_title()}>
            <p>{m.backup_restore_sample()}</p>
          </Card>
        ) : (
          <>
            <RestoreCard />
            <ReplacedShopCard />
          </>
        )}
      </div>
    </Page>
  );
}
