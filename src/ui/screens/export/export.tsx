import type { JSX } from 'preact';
import type { ExportForm } from '#app/export/export-types.ts';
import { formatRoute } from '#ui/routes.ts';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import { ExportRow } from './export-row.tsx';
import './export.css';

interface ExportLine {
  readonly form: ExportForm;
  readonly title: () => string;
  readonly hint: () => string;
}

const spreadsheetLines: readonly ExportLine[] = [
  { form: { kind: 'workbook' }, title: m.export_workbook, hint: m.export_workbook_hint },
  line('People', m.export_people, m.export_people_hint),
  line('Visits', m.export_visits, m.export_visits_hint),
  line('Thanks', m.export_thanks, m.export_thanks_hint),
  line('Noticed', m.export_noticed, m.export_noticed_hint),
  line('Homes', m.export_homes, m.export_homes_hint),
  line('Perks', m.export_perks, m.export_perks_hint),
];

const phoneLines: readonly ExportLine[] = [
  {
    form: { kind: 'contact-cards', version: '3.0' },
    title: m.export_cards,
    hint: m.export_cards_hint,
  },
  { form: { kind: 'calendar' }, title: m.export_calendar, hint: m.export_calendar_hint },
  {
    form: { kind: 'contact-cards', version: '4.0' },
    title: m.export_new_cards,
    hint: m.export_new_cards_hint,
  },
];

/** The shop's lists for other programs, each with what is in it, and what only a backup holds. */
export function ExportScreen(): JSX.Element {
  return (
    <Page
      title={m.export_title()}
      lead={m.export_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="export">
        <ExportCard title={m.export_lists()} lines={spreadsheetLines} />
        <ExportCard title={m.export_phone()} lines={phoneLines} />
        <Card
          title={m.export_backup_title()}
          actions={
            <ButtonLink href={formatRoute({ kind: 'backup' })}>{m.export_backup()}</ButtonLink>
          }
        >
          <p>{m.export_backup_words()}</p>
        </Card>
      </div>
    </Page>
  );
}

interface ExportCardProps {
  readonly title: string;
  readonly lines: readonly ExportLine[];
}

function ExportCard({ title, lines }: ExportCardProps): JSX.Element {
  return (
    <Card title={title}>
      <RowList>
        {lines.map((each) => (
          <ExportRow key={each.title()} form={each.form} title={each.title()} hint={each.hint()} />
        ))}
      </RowList>
    </Card>
  );
}

function line(
  table: (ExportForm & { readonly kind: 'list' })['table'],
  title: () => string,
  hint: () => string,
): ExportLine {
  return { form: { kind: 'list', table }, title, hint };
}
