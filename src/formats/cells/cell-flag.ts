// Yes and no as lists write them, and the words with which a list says that somebody may be
// written to, or not.

import { normalizeText } from '#lib/normalize-text.ts';
import { textOf } from './cell-text.ts';

const yesWords: ReadonlySet<string> = new Set(
  (
    'yes y true 1 x on ja j wahr oui o vrai si s sim verdadero verdadeiro vero sant tak t prawda да ' +
    'はい ✓ ✔ ☑ checked'
  ).split(' '),
);
const noWords: ReadonlySet<string> = new Set(
  (
    'no n false 0 off nein falsch non faux nao falso nee onwaar nej falskt nie falsz нет いいえ ' +
    '✗ ✘ ☐ unchecked never nie'
  ).split(' '),
);
const agreed =
  /^(?:subscribed|opt(?:ed)? ?in|accepted|agreed|granted|active|confirmed|consented|abonniert|angemeldet|zugestimmt|erteilt|abonne|inscrit|accepte|suscrito|acepta|iscritto|accettato|aangemeld|prenumerant|subscrito|zgoda|zapisan|подписан)/u;
const refused =
  /^(?:un|de|not |non|never)|^(?:opt(?:ed)? ?out|declined|refused|rejected|removed|cleaned|bounced|abgemeldet|abgelehnt|widerrufen|refuse|desabonne|desinscrit|rechaza|baja|disiscritto|rifiutato|afgemeld|avregistrerad|brak|odmowa|wypisan|отписан)/u;

/** What a yes-or-no cell says; null when it is blank or says something else. */
export function flagOf(cell: string): 'yes' | 'no' | null {
  const folded = normalizeText(textOf(cell));
  if (yesWords.has(folded)) return 'yes';
  return noWords.has(folded) ? 'no' : null;
}

/** Whether somebody may be written to, as a cell of such a column says; null when it does not. */
export function permissionOf(cell: string): 'yes' | 'no' | null {
  const flag = flagOf(cell);
  if (flag !== null) return flag;
  const folded = normalizeText(textOf(cell)).replaceAll(/[_-]/gu, ' ');
  if (refused.test(folded)) return 'no';
  return agreed.test(folded) ? 'yes' : null;
}
