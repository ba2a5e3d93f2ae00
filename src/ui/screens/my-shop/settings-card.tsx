import type { JSX } from 'preact';
import { Card } from '#ui/parts/layout/card.tsx';
import { Row, RowList } from '#ui/parts/layout/row.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import type { SettingRow } from './setting-rows.tsx';
import type { SheetName } from './setting-sheet.tsx';
import type { SettingContext } from './use-setting-context.ts';

export interface SettingsCardProps {
  readonly title: string;
  readonly rows: readonly SettingRow[];
  readonly context: SettingContext;
  readonly onOpen: (sheet: SheetName) => void;
}

export function SettingsCard({ title, rows, context, onOpen }: SettingsCardProps): JSX.Element {
  function draw({ action, icon, label, hint, value }: SettingRow): JSX.Element {
    const shown = { key: label(), icon, hint: hint?.(context) };
    if ('toggles' in action) {
      const { toggles } = action;
      return (
        <Toggle
          {...shown}
          label={label()}
          checked={context.settings[toggles]}
          onChange={(checked) => context.change({ [toggles]: checked })}
        />
      );
    }
    const row = { ...shown, title: label(), value: value?.(context) };
    if ('href' in action) return <Row {...row} href={action.href} />;
    const { opens } = action;
    return (
      <Row {...row} onPress={opens === 'install' ? context.install : (): void => onOpen(opens)} />
    );
  }
  const visible = rows.filter(({ isVisible }) => isVisible?.(context) ?? true);
  return (
    <Card title={title}>
      <RowList>{visible.map(draw)}</RowList>
    </Card>
  );
}
