import type { MessageDraft, LanguageText } from '#app/messages/message-draft.ts';
import type {
  MessageReceiver,
  NoMessageReason,
  PerkAhead,
} from '#domain/messages/message-audience.ts';
import { withFields } from '#domain/messages/merge-fields.ts';
import type { MessageText } from '#domain/messages/message-link.ts';
import type { MessageWay } from '#domain/messages/message-way.ts';
import type { Settings } from '#domain/shop/settings.ts';
import { locale } from '#i18n/language/locale.ts';
import type { Day } from '#lib/day.ts';
import { m } from '#ui/messages.ts';

/** The rule by which somebody is left out. */
export function noMessageText(why: NoMessageReason): string {
  return reasons[why]();
}

export function wayText(way: MessageWay): string {
  return ways[way]();
}

/** The language that a text to them is written in: their own where there is one, or the shop's. */
export function languageOf(
  { language }: { readonly language: string | null },
  texts: readonly LanguageText[],
  settings: Settings,
): string {
  const own = texts.find((text) => text.language === language && text.body.trim() !== '');
  return own === undefined || language === null ? settings.language : language;
}

export interface FillContext {
  readonly draft: MessageDraft;
  readonly settings: Settings;
  readonly today: Day;
}

/** What one person gets, word for word. */
export function filledText(
  { customer, perk }: MessageReceiver,
  { draft, settings, today }: FillContext,
): MessageText {
  const language = languageOf(customer, draft.texts, settings);
  const text = draft.texts.find((each) => each.language === language);
  const values = {
    name: customer.opening || customer.name,
    shop: settings.shopName,
    day: dayIn(language, today),
    perk: perkIn(language, perk),
  };
  return {
    subject: withFields(text?.subject ?? '', values),
    body: withOptOut(withFields(text?.body ?? '', values), { draft, settings, language }),
  };
}

/** The last line of news: who writes, and how to say no. It cannot be taken out. */
export function optOutLine(language: string, { shopName, shopAddress }: Settings): string {
  const address = shopAddress.split('\n').filter((line) => line.trim() !== '');
  return m.messages_opt_out({ language, shop: [shopName, ...address].join(', ') });
}

export function letterLanguage(language: string): string {
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(language) ?? language;
}

function perkIn(language: string, perk: PerkAhead | null): string {
  if (perk === null) return '';
  const { gives, missing: count } = perk;
  return count === 1
    ? m.messages_perk_one({ language, gives })
    : m.messages_perk_more({ language, gives, count });
}

function withOptOut(
  body: string,
  {
    draft,
    settings,
    language,
  }: Pick<FillContext, 'draft' | 'settings'> & { readonly language: string },
): string {
  return draft.purpose === 'news' ? `${body}\n\n${optOutLine(language, settings)}` : body;
}

function dayIn(language: string, today: Day): string {
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${today}T00:00:00Z`));
}

const reasons: Readonly<Record<NoMessageReason, () => string>> = {
  gone: m.messages_why_gone,
  died: m.messages_why_died,
  young: m.messages_why_young,
  'no-permission': m.messages_why_no_permission,
  'no-address': m.messages_why_no_address,
  'no-country': m.messages_why_no_country,
  'had-news': m.messages_why_had_news,
  'same-address': m.messages_why_same_address,
  'same-home': m.messages_why_same_home,
  'no-perk': m.messages_why_no_perk,
};

const ways: Readonly<Record<MessageWay, () => string>> = {
  email: m.messages_way_email,
  text: m.messages_way_text,
  chat: m.messages_way_chat,
  call: m.messages_way_call,
};
