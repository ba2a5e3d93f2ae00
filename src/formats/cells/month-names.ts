// The names of months and weekdays as lists have them, by how they begin in lower case without
// accents: English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Polish, Russian.

import { normalizeText } from '#lib/normalize-text.ts';

const months: readonly string[] = [
  'jan ene gen sty янв',
  'feb fev lut фев',
  'mar mrz maer maa mrt мар',
  'apr avr abr kwi апр',
  'may mai maj mag mei май мая',
  'jun juin giu cze июн',
  'jul juil lug lip июл',
  'aug aou ago sie авг',
  'sep set wrz сен',
  'oct okt out ott paz окт',
  'nov lis ноя',
  'dec dez dic gru дек des',
];

const weekdays =
  'mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend ' +
  'sonntag mo di mi do fr sa so lun mar mer jeu ven sam dim lunes martes miercoles jueves viernes ' +
  'sabado domingo mie jue vie sab dom lunedi martedi mercoledi giovedi venerdi sabato domenica ' +
  'gio ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terca ' +
  'quarta quinta sexta seg ter qua qui sex mandag tisdag onsdag torsdag fredag lordag sondag man ' +
  'tis ons tor fre lor son poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt sr ' +
  'czw pt sob nd niedz пн вт ср чт пт сб вс';

const beginnings = months.map((line) => line.split(' ').map(normalizeText));
const weekdayBeginnings = new Set(weekdays.split(' ').map(normalizeText));

/** The month (1–12) that a word names, or undefined. */
export function monthFrom(word: string): number | undefined {
  const folded = normalizeText(word);
  // The longest beginning decides: "juin" is no "jui…" of July.
  let best: { month: number; length: number } | undefined;
  beginnings.forEach((begins, index) => {
    for (const begin of begins)
      if (folded.startsWith(begin) && begin.length > (best?.length ?? 0))
        best = { month: index + 1, length: begin.length };
  });
  return best?.month;
}

/** Whether a word is a weekday or the beginning of one: "Sa", "Thu", "domingo". */
export function isWeekdayName(word: string): boolean {
  const folded = normalizeText(word);
  return (
    weekdayBeginnings.has(folded) ||
    (folded.length >= 5 && (weekdayBeginnings.has(folded.slice(0, 3)) || folded.endsWith('day')))
  );
}
