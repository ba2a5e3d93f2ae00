import type { JSX } from 'preact';
import { quietReason } from '#domain/messages/quiet-reason.ts';
import { timeText } from '#i18n/date-time.ts';
import { useNavigate, useSettings, useWallTime } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Notice } from '#ui/parts/feedback/notice.tsx';
import { m } from '#ui/messages.ts';

/** Why it is better to wait; null when nothing speaks against now. */
export function useQuietText(): string | null {
  const settings = useSettings();
  const why = quietReason(settings, useWallTime());
  switch (why) {
    case null:
      return null;
    case 'hours': {
      const { quietFrom, quietTo } = settings;
      return m.messages_quiet_hours({ from: timeText(quietFrom), to: timeText(quietTo) });
    }
    case 'sunday':
      return m.messages_quiet_sunday();
    case 'closed':
      return m.messages_quiet_closed();
  }
}

export interface QuietNoticeProps {
  readonly text: string;
  readonly onOpenAnyway: () => void;
}

/** What is written stays until the owner comes back to it. */
export function QuietNotice({ text, onOpenAnyway }: QuietNoticeProps): JSX.Element {
  const navigate = useNavigate();
  return (
    <Notice
      tone="ask"
      actions={
        <>
          <Button onPress={() => navigate({ kind: 'people' })}>{m.messages_keep()}</Button>
          <Button onPress={onOpenAnyway}>{m.messages_open_anyway()}</Button>
        </>
      }
    >
      {text}
    </Notice>
  );
}
