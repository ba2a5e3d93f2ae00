import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { createBackupContext } from '#app/backup/backup-history.ts';
import { hasDevicePasscode, setDevicePasscodeNote } from '#app/privacy/device-passcode-note.ts';
import { useBackupProtection } from '#ui/hooks/use-backup-status.ts';
import { useApp } from '#ui/hooks/use-shop.ts';
import { usePrivacyLock } from '#ui/hooks/use-privacy-lock.ts';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import './protection.css';
import { LostTabletCard } from './lost-tablet-card.tsx';

/** What keeps the customers' data from strange eyes, and what only looks as if. */
export function ProtectionScreen(): JSX.Element {
  return (
    <Page
      title={m.protection_title()}
      lead={m.protection_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="protection">
        <DevicePasscodeCard />
        <div class="protection_cards">
          <BackupsCard />
          <NothingSentCard />
          <ScreenCard />
          <PaperCard />
        </div>
        <NotCoveredCard />
        <LostTabletCard />
      </div>
    </Page>
  );
}

function DevicePasscodeCard(): JSX.Element {
  const { store } = createBackupContext(useApp().device);
  const [isSet, setSet] = useState(() => hasDevicePasscode(store));
  return (
    <Card tone={isSet ? 'safe' : 'ask'} title={m.protection_code_title()}>
      <div class="protection_words">
        <p>{m.protection_code_words()}</p>
        <p>{m.protection_code_where()}</p>
        <RowList>
          <Toggle
            label={m.protection_code_set()}
            hint={m.protection_code_hint()}
            checked={isSet}
            onChange={(answer) => {
              setDevicePasscodeNote(store, answer ? 'set' : 'none');
              setSet(answer);
            }}
          />
        </RowList>
      </div>
    </Card>
  );
}

function ScreenCard(): JSX.Element {
  const lock = usePrivacyLock();
  return (
    <Card title={m.protection_screen_title()}>
      <div class="protection_words">
        <p>{lock.hasPin() ? m.protection_screen_on() : m.protection_screen_off()}</p>
        <p>{m.protection_screen_words()}</p>
      </div>
    </Card>
  );
}

function BackupsCard(): JSX.Element {
  const lock = useBackupProtection();
  return (
    <Card title={m.protection_backups_title()}>
      <div class="protection_words">
        <p>
          {lock.kind === 'locked' ? m.protection_backups_locked() : m.protection_backups_open()}
        </p>
        <p>{m.protection_backups_words()}</p>
        <ButtonLink kind="link" href={formatRoute({ kind: 'backup' })}>
          {m.protection_backups_go()}
        </ButtonLink>
      </div>
    </Card>
  );
}

function NothingSentCard(): JSX.Element {
  return (
    <Card title={m.protection_sent_title()}>
      <div class="protection_words">
        <p>{m.protection_sent_words()}</p>
        <p>{m.protection_sent_check()}</p>
      </div>
    </Card>
  );
}

function PaperCard(): JSX.Element {
  return (
    <Card title={m.protection_paper_title()}>
      <p>{m.protection_paper_words()}</p>
    </Card>
  );
}

function NotCoveredCard(): JSX.Element {
  return (
    <Card title={m.protection_not_title()}>
      <ul class="protection_list">
        <li>{m.protection_not_open()}</li>
        <li>{m.protection_not_account()}</li>
        <li>{m.protection_not_extensions()}</li>
        <li>{m.protection_not_cleared()}</li>
      </ul>
    </Card>
  );
}
