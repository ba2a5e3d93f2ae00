import type { JSX } from 'preact';
import { formatRoute } from '#ui/routes.ts';
import { ButtonLink } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { RowList } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import { ExportRow } from './export-row.tsx';
import './export.css';

/** The shop's lists for other programs, each with what is in it, and what only a backup holds. */
export function ExportScreen(): JSX.Element {
  return (
    <Page
      title={m.export_title()}
      lead={m.export_lead()}
      back={{ href: formatRoute({ kind: 'shop' }), word: m.backup_to_shop() }}
    >
      <div class="export">
        <Card title={m.export_lists()}>
          <RowList>
            <ExportRow
              form={{ kind: 'workbook' }}
              title={m.export_workbook()}
              hint={m.export_workbook_hint()}
            />
            <ExportRow
              form={{ kind: 'list', table: 'People' }}
              title={m.export_people()}
              hint={m.export_people_hint()}
            />
            <ExportRow
              form={{ kind: 'list', table: 'Visits' }}
              title={m.export_visits()}
              hint={m.export_visits_hint()}
            />
            <ExportRow
              form={{ kind: 'list', table: 'Thanks' }}
              title={m.export_thanks()}
              hint={m.export_thanks_hint()}
            />
            <ExportRow
              form={{ kind: 'list', table: 'Noticed' }}
              title={m.export_noticed()}
              hint={m.export_noticed_hint()}
            />
            <ExportRow
              form={{ kind: 'list', table: 'Homes' }}
              title={m.export_homes()}
              hint={m.export_homes_hint()}
            />
            <ExportRow
              form={{ kind: 'list', table: 'Perks' }}
              title={m.export_perks()}
              hint={m.export_perks_hint()}
            />
          </RowList>
        </Card>
        <Card title={m.export_phone()}>
          <RowList>
            <ExportRow
              form={{ kind: 'contact-cards', version: '3.0' }}
              title={m.export_cards()}
              hint={m.export_cards_hint()}
            />
            <ExportRow
              form={{ kind: 'calendar' }}
              title={m.export_calendar()}
              hint={m.export_calendar_hint()}
            />
            <ExportRow
              form={{ kind: 'contact-cards', version: '4.0' }}
              title={m.export_new_cards()}
              hint={m.export_new_cards_hint()}
            />
          </RowList>
        </Card>
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
