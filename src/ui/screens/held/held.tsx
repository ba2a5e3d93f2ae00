import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { readCustomerPage, type CustomerDetails } from '#app/customers/customer-page.ts';
import { readHeldData, type HeldData } from '#app/privacy/held-data.ts';
import { heldFile, saveHeldFile } from '#app/privacy/held-file.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { dayText, type Wording } from '#i18n/format.ts';
import { pageSizes } from '#paper/page-sizes.ts';
import type { DocumentInput, DocumentPart } from '#paper/sheets/document-sheets.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Page } from '#ui/parts/layout/page.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { CustomerNotFound } from '#ui/screens/customer/customer-not-found.tsx';
import { DocumentKeys } from '#ui/screens/paper/document-keys.tsx';
import { pageFootWords } from '#ui/screens/paper/page-foot-words.ts';
import { conclusionLines } from './conclusion-lines.ts';
import { fileMeanings } from './file-meanings.ts';
import { heldParts, rightsLines } from './held-parts.ts';
import './held.css';

/** Everything that is held about one person, to read, print or save: for whoever asks. */
export function HeldScreen({ id }: { readonly id: CustomerId }): JSX.Element | null {
  const today = useToday();
  const page = useLive((deps) => readCustomerPage(deps, { id, visits: 1 }, today), [id, today]);
  const data = useLive((deps) => readHeldData(deps, id, m.held_another()), [id]);
  if (page.state === 'loading' || data.state === 'loading') return null;
  if (page.state === 'failed' || data.state === 'failed' || data.value === undefined)
    return <CustomerNotFound />;
  return page.value.kind === 'person' ? (
    <HeldPage page={page.value} data={data.value} />
  ) : (
    <CustomerNotFound />
  );
}

interface HeldPageProps {
  readonly page: CustomerDetails;
  readonly data: HeldData;
}

function HeldPage({ page, data }: HeldPageProps): JSX.Element {
  const { name } = page.customer;
  const held = useHeldDocument({ page, data });
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <Page
      title={m.held_title({ name })}
      lead={m.held_lead()}
      back={{ href: formatRoute({ kind: 'person', id: page.own.id }), word: m.held_back() }}
    >
      {held === null ? null : (
        <div class="held">
          <div class="line held_keys">
            <DocumentKeys
              document={held.document}
              name={m.held_file_name({ name })}
              printWord={m.held_print()}
            />
            <Button
              onPress={() => {
                const file = held.file();
                saveHeldFile(file);
                setSaved(file.name);
              }}
            >
              {m.held_save()}
            </Button>
            <span role="status">{saved === null ? '' : m.held_saved({ name: saved })}</span>
          </div>
          <Card>
            <Parts parts={held.document.parts} />
          </Card>
        </div>
      )}
    </Page>
  );
}

interface HeldDocument {
  readonly document: DocumentInput;
  readonly file: () => File;
}

/** Null until everybody was compared: what the app works out belongs to it. */
function useHeldDocument({ page, data }: HeldPageProps): HeldDocument | null {
  const settings = useSettings();
  const today = useToday();
  const segments = useSegments(useRoster());
  return useMemo(() => {
    if (segments === null) return null;
    const { currency, paper, shopName } = settings;
    const { name } = page.customer;
    const wording: Wording = { today, currency, nameOf: () => m.held_another() };
    const conclusions = conclusionLines(page, segments, { wording, settings });
    return {
      document: {
        size: pageSizes[paper],
        head: {
          shop: shopName,
          title: m.held_sheet_title(),
          lead: m.held_sheet_lead({ name, day: dayText(today, today) }),
        },
        foot: pageFootWords(today),
        parts: heldParts(data, { settings, wording, conclusions }),
      },
      file: () =>
        heldFile(data, {
          name: m.held_file_name({ name }),
          shop: shopName,
          madeOn: today,
          about: m.held_file_about(),
          meanings: fileMeanings(),
          notes: rightsLines(settings),
          conclusions,
        }),
    };
  }, [page, data, settings, today, segments]);
}

function Parts({ parts }: { readonly parts: readonly DocumentPart[] }): JSX.Element {
  return (
    <div class="held_parts">
      {parts.map((part, place) => (
        <Part key={place} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: DocumentPart }): JSX.Element | null {
  if (part.kind === 'heading') return <h2 class="type_section">{part.text}</h2>;
  return part.kind === 'line' ? <p>{part.text}</p> : null;
}
