import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { InstallState } from '#app/environment.ts';
import { useApp } from '#ui/hooks/use-app.ts';
import { useChangeSettings } from './use-change-settings.ts';
import { usePrivacyLock } from '#ui/hooks/use-privacy-lock.ts';
import { useSettings } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import type { SettingsCardProps } from './setting-props.ts';
import { paperWord, themeWord } from './setting-text.ts';

/** How the app looks and answers on the tablet, and what paper it prints on. */
export function TabletSettings({ onOpen }: SettingsCardProps): JSX.Element {
  const settings = useSettings();
  const { change } = useChangeSettings();
  const { install } = useApp().device;
  const lock = usePrivacyLock();
  const installState = useInstallState();
  return (
    <Card title={m.my_shop_this_tablet()}>
      <RowList>
        <Toggle
          icon={<Icon name="search" />}
          label={m.my_shop_typing()}
          hint={m.my_shop_typing_hint()}
          checked={settings.typingSearches}
          onChange={(typingSearches) => change({ typingSearches })}
        />
        <Row
          icon={<OwnerIcon name="moon" />}
          title={m.my_shop_theme()}
          value={themeWord(settings.theme)}
          onPress={() => onOpen('theme')}
        />
        <Row
          icon={<OwnerIcon name="printer" />}
          title={m.my_shop_paper()}
          value={paperWord(settings.paper)}
          onPress={() => onOpen('paper')}
        />
        <Row
          icon={<OwnerIcon name="eye-off" />}
          title={m.privacy_title()}
          hint={m.privacy_row_hint()}
          value={lock.hasPin() ? m.privacy_on({ count: lock.idleMinutes() }) : m.privacy_off()}
          onPress={() => onOpen('privacy')}
        />
        <Row
          icon={<OwnerIcon name="lock" />}
          title={m.protection_title()}
          hint={m.protection_row_hint()}
          href={formatRoute({ kind: 'protection' })}
        />
        {installState === 'can-prompt' ? (
          <Row
            icon={<OwnerIcon name="download" />}
            title={m.my_shop_install()}
            hint={m.my_shop_install_hint()}
            onPress={() => void install.ask()}
          />
        ) : null}
      </RowList>
    </Card>
  );
}

function useInstallState(): InstallState {
  const { install } = useApp().device;
  const [state, setState] = useState(install.state);
  useEffect(() => install.subscribe(() => setState(install.state())), [install]);
  return state;
}
