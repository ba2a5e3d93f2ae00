// Headings of consents: "SMS erlaubt", "Marketing Allowed", "Zgoda na e-mail", "Do Not Call". A way
// to write or call, and a word that somebody may or may not.

import type { ColumnMeaning } from '#domain/import/column-meaning.ts';

const may =
  /(?<!\p{L})(?:consents?|consented|opt(?:ed)? in|optin|accepts?|accepted|allows?|allowed|agrees?|agreed|permission|accord|permitted|subscribed?|subscription|wants?|receives?|ok|gdpr|dsgvo|rgpd|erlaubt|zustimmung|einwilligung|einverstanden|abonniert|abonnement|angemeldet|accepte\p{L}*|consentement|abonne|inscrit|acepta\p{L}*|consentimiento|suscri\p{L}+|autoriza\p{L}*|consenso|accetta|iscritt[oa]|toestemming|akkoord|aangemeld|samtycke|godkanner|prenumererar|consentimento|aceita|subscri\p{L}+|zgoda|zgody|согласие|подписка|wil|ontvangen|vill|souhaite|recevoir|quiere|desea|recibir|vuole|ricevere|mochte|erhalten|chce|otrzymywac|quer|deseja|receber|хочет|получать)(?!\p{L})/u;
const mayNot =
  /^(?:no|non|not|never|stop|ej|inte|niet|geen|nie|nao|nicht|keine?)(?!\p{L})|(?<!\p{L})(?:do not|dont|don t|block(?:ed)?|sperre|widerruf\p{L}*|ne pas|refus\p{L}*|baja|rechaz\p{L}*|rifiut\p{L}*|not allowed|nicht erlaubt)(?!\p{L})/u;
const left =
  /(?<!\p{L})(?:unsub\p{L}*|opt(?:ed)? out|optout|abgemeldet|abmeldung|desabonn\p{L}*|desinscri\p{L}*|disiscri\p{L}*|afgemeld|avregistrer\p{L}*|uitgeschreven|rezygnacja|wypisan\p{L}*)(?!\p{L})/u;
const ways: readonly (readonly [ColumnMeaning, RegExp])[] = [
  [
    'may-phone',
    /(?<!\p{L})(?:sms|text|texts|text messages|whatsapp|phone|call|calls|telefon\p{L}*|anruf\p{L}*|appel\p{L}*|telephone|llamada\p{L}*|telefono|bellen|samtal)(?!\p{L})/u,
  ],
  [
    'may-post',
    /(?<!\p{L})(?:post|postal|letters?|brief\p{L}*|courrier|correo postal|posta cartacea|direct mail|postwerbung)(?!\p{L})/u,
  ],
  [
    'may-email',
    /(?<!\p{L})(?:e ?mails?|mails?|mailing|mailings|newsletters?|marketing|promo\p{L}*|offers?|communications?|advertising|ads|werbung|angebote|infos?|emailing|publicit\p{L}*|publicidad|comunicaciones|comunicazioni|comunicacoes|boletin|correos?|reclame|nieuwsbrief|mailadvertentie|reklam\p{L}*|nyhetsbrev|utskick|publicidade|reklamy|marketingowa|mailowa|ofert\p{L}*|рассылк\p{L}*)(?!\p{L})/u,
  ],
];
// What stands beside a consent without being one.
const beside =
  /(?<!\p{L})(?:reason|source|grund|motif|motivo|ip|count|sent|opens?|clicks)(?!\p{L})/u;
const when = /(?<!\p{L})(?:date|time|day|at|datum|fecha|data|am|le)(?!\p{L})/u;

/** What a folded heading says somebody may be sent, or `no-messages`; undefined when nothing. */
export function consentMeaning(folded: string): ColumnMeaning | undefined {
  if (beside.test(folded)) return undefined;
  const way = ways.find(([, words]) => words.test(folded))?.[0];
  if (isRefusal(folded)) {
    if (way === undefined) return left.test(folded) ? 'no-messages' : undefined;
    return way === 'may-email' ? 'no-messages' : way;
  }
  return may.test(folded) && !when.test(folded) ? way : undefined;
}

/** Whether yes in such a column means that somebody may not: "Do Not Call". */
export function isRefusal(folded: string): boolean {
  return mayNot.test(folded) || left.test(folded);
}
