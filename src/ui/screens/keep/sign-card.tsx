import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { DocumentInput } from '#paper/sheets/document-sheets.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { m } from '#ui/messages.ts';
import { rightsLines } from '#ui/screens/held/held-parts.ts';
import { DocumentKeys } from '#ui/screens/paper/document-keys.tsx';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';

/** What people are told before they tell anything: on paper, for the counter. */
export function SignCard(): JSX.Element {
  const settings = useSettings();
  const today = useToday();
  const document = useMemo<DocumentInput>(
    () => ({
      size: pageSizes[settings.paper],
      head: { shop: settings.shopName, title: m.keep_sign_title(), lead: m.keep_sign_what() },
      foot: pageFootWords(today),
      parts: [...rightsLines(settings), m.keep_sign_ask()].map((text) => ({ kind: 'line', text })),
    }),
    [settings, today],
  );
  return (
    <Card
      title={m.keep_sign()}
      actions={<DocumentKeys document={document} name={m.keep_sign()} printWord={m.held_print()} />}
    >
      <p>{m.keep_sign_hint()}</p>
    </Card>
  );
}
