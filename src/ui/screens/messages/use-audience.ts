import { useMemo } from 'preact/hooks';
import {
  messageCandidate,
  readLastNews,
  type MessageSource,
} from '#app/messages/message-candidates.ts';
import type { MessageDraft } from '#app/messages/message-draft.ts';
import { allPerks } from '#app/perks/perks.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { shopCountry } from '#domain/messages/international-number.ts';
import { fieldsIn } from '#domain/messages/merge-fields.ts';
import { messageAudience, type MessageAudience } from '#domain/messages/message-audience.ts';
import { locale } from '#i18n/language/locale.ts';
import { useLive } from '#ui/hooks/use-live.ts';
import { useRoster, useSegments } from '#ui/hooks/use-roster.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';

/** Who gets the message as it is written now, by name; null until all is read. */
export function useAudience(draft: MessageDraft, to: CustomerId | null): MessageAudience | null {
  const now = useRoster();
  const segments = useSegments(now);
  const settings = useSettings();
  const today = useToday();
  const restDays = settings.messageRestDays;
  const news = useLive((deps) => readLastNews(deps, { today, restDays }), [today, restDays]);
  const perks = useLive(allPerks, []);
  const needsPerk = draft.texts.some(({ body }) => fieldsIn(body).has('perk'));
  const { purpose, way, group } = draft;
  return useMemo(() => {
    if (news.state !== 'ready' || perks.state !== 'ready' || segments === null) return null;
    const source: MessageSource = {
      roster: now.roster,
      lastNews: news.value,
      perks: needsPerk ? perks.value : [],
      settings,
      today,
    };
    const { compare } = new Intl.Collator(locale());
    const entries = [...now.roster.people().values()]
      .filter(({ id }) => (to === null ? isInGroup(segments.segmentsOf(id), group) : id === to))
      .toSorted((a, b) => compare(a.customer.name, b.customer.name));
    const candidates = entries.map((entry) => messageCandidate(source, entry));
    const country = shopCountry(settings);
    return messageAudience(candidates, { purpose, way, today, restDays, country, needsPerk });
  }, [now, segments, news, perks, needsPerk, settings, today, restDays, purpose, way, group, to]);
}

function isInGroup(memberships: readonly { readonly segment: string }[], group: string): boolean {
  return group === '' || memberships.some(({ segment }) => segment === group);
}
