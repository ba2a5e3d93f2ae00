import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { countText, countFirst } from '#i18n/format.ts';
import { ok } from '#lib/result.ts';
import { envelopeSheets, envelopeSizes } from '#paper/sheets/envelope-sheets.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import { keysOf } from '#lib/typed-keys.ts';
import { envelopeText } from '#ui/screens/paper/envelope-text.ts';
import { AudienceField } from './audience-field.tsx';
import { SenderField, senderLines } from './sender-field.tsx';
import { HandNotice } from './hand-notice.tsx';
import { homesLine, idsPrinted, peopleIn } from './homes-line.ts';
import { peopleByHand } from './people-by-hand.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import type { PrintTabProps } from './print-choices.ts';
import { Studio } from '#ui/screens/paper/studio.tsx';
import { useLetterPeople } from './use-letter-people.ts';

/** Envelopes, one first: how it goes into the printer is found out with a single one. */
export function EnvelopesTab(props: PrintTabProps): JSX.Element {
  const { chosen, onChoose, printer, fit, step, onStep } = props;
  const today = useToday();
  const { chosen: letters, counts } = useLetterPeople(props);
  const [pass, setPass] = useState<'first' | 'others'>('first');
  const size = envelopeSizes[chosen.envelope];
  const { people, leftOut } = letters;
  const { shopName, shopAddress } = useSettings();
  const shop = useMemo(() => ({ shopName, shopAddress }), [shopName, shopAddress]);
  const drawn = useMemo(
    () => envelopeSheets(people, { size, sender: senderLines(shop) }, printer.measure),
    [people, size, shop, printer],
  );
  const isFirst = pass === 'first' && drawn.sheets.length > 1;
  const sheets = useMemo(() => {
    const { sheets: all } = drawn;
    return fit(all.length > 1 ? (isFirst ? all.slice(0, 1) : all.slice(1)) : all);
  }, [drawn, fit, isFirst]);
  const outcome = useOutcome({
    step,
    onStep,
    doneWords: m.print_done_envelopes(),
    async onGood() {
      setPass(isFirst ? 'others' : 'first');
      if (isFirst) return ok('more');
      const noted = await props.onLetters(idsPrinted(people, drawn.tooLong));
      return noted.ok ? ok('done') : noted;
    },
  });
  return (
    <Studio
      printer={printer}
      place={props.place}
      sheets={sheets}
      name={m.print_file_envelopes({ day: today })}
      outcome={outcome}
      notice={<HandNotice people={peopleByHand(leftOut, people, drawn.tooLong)} />}
      about={[
        ...(drawn.isSenderTooLong ? [m.print_sender_too_long()] : []),
        ...aboutOf(drawn.sheets.length, isFirst),
        ...homesLine(peopleIn(people), people.length),
      ]}
    >
      <AudienceField
        chosen={chosen}
        onChoose={(change) => {
          setPass('first');
          onChoose(change);
        }}
        counts={counts}
        lettersWord={props.lettersWord}
        audiences={['cards', 'everyone']}
      />
      <SelectField
        label={m.print_envelope()}
        options={keysOf(envelopeSizes).map((value) => ({ value, word: envelopeText(value) }))}
        value={chosen.envelope}
        onChange={(envelope) => {
          setPass('first');
          onChoose({ envelope });
        }}
      />
      <SenderField />
    </Studio>
  );
}

function aboutOf(count: number, isFirst: boolean): readonly string[] {
  if (count === 0) return [m.print_no_labels()];
  if (isFirst) return [m.print_envelope_first({ count: count - 1, words: countText(count - 1) })];
  const words = countFirst(Math.max(1, count - 1));
  return [m.print_envelopes_about({ count: Math.max(1, count - 1), words })];
}
