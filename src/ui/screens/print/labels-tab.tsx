import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { printMemory } from '#app/print/print-memory.ts';
import { countText, countFirst } from '#i18n/format.ts';
import { ok } from '#lib/result.ts';
import { labelCount } from '#paper/label-formats.ts';
import { labelSheets, type LetterAddress } from '#paper/sheets/label-sheets.ts';
import { useSettings, useToday } from '#ui/hooks/use-shop.ts';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import {
  labelFormatById,
  labelFormatsFor,
  labelFormatText,
} from '#ui/screens/paper/label-choice.ts';
import { AudienceField } from './audience-field.tsx';
import { FirstFree } from './first-free.tsx';
import { HandNotice } from './hand-notice.tsx';
import { homesLine, idsPrinted, peopleIn } from './homes-line.ts';
import { peopleByHand } from './people-by-hand.ts';
import { useOutcome } from '#ui/screens/paper/outcome-question.tsx';
import type { PrintTabProps } from './print-choices.ts';
import { PrinterField } from './printer-field.tsx';
import { SenderField, senderLines } from './sender-field.tsx';
import { Studio } from '#ui/screens/paper/studio.tsx';
import { useLetterPeople } from './use-letter-people.ts';

/** Addresses on the sheets that labels are sold on, from the first label that is still there. */
export function LabelsTab(props: PrintTabProps): JSX.Element {
  const { chosen, onChoose, printer, fit, step, onStep } = props;
  const today = useToday();
  const { ownLabels } = useSettings();
  const { chosen: letters, counts } = useLetterPeople(props);
  const memory = useMemo(() => printMemory(), []);
  const format = useMemo(
    () => labelFormatById(chosen.labelSheet, ownLabels),
    [chosen.labelSheet, ownLabels],
  );
  const [free, setFree] = useState<{ readonly id: string; readonly number: number } | null>(null);
  const firstFree = free?.id === format.id ? free.number : memory.firstFree(format);
  const isSender = chosen.audience === 'sender';
  const senders = useSenders(labelCount(format) - firstFree);
  const people: readonly NamedAddress[] = isSender ? senders : letters.people;
  const leftOut = isSender ? [] : letters.leftOut;
  const drawn = useMemo(
    () => labelSheets(people, { format, firstFree }, printer.measure),
    [people, format, firstFree, printer],
  );
  const sheets = useMemo(() => fit(drawn.sheets), [drawn, fit]);
  const outcome = useOutcome({
    step,
    onStep,
    doneWords: m.print_done_labels(),
    async onGood() {
      const next = drawn.usedOnLast % labelCount(format);
      memory.setFirstFree(format, next);
      if (isSender) return ok('done');
      const noted = await props.onLetters(idsPrinted(letters.people, drawn.tooLong));
      return noted.ok ? ok('done') : noted;
    },
  });
  const printed = people.length - drawn.tooLong.length;
  return (
    <Studio
      printer={printer}
      place={props.place}
      sheets={sheets}
      isEmpty={printed === 0}
      name={m.print_file_labels({ day: today })}
      outcome={outcome}
      overlay={
        <FirstFree
          format={format}
          chosen={firstFree}
          onChoose={(number) => setFree({ id: format.id, number })}
        />
      }
      notice={<HandNotice people={peopleByHand(leftOut, people, drawn.tooLong)} />}
      about={aboutOf({
        isSender,
        printed,
        sheets: sheets.length,
        places: labelCount(format) - firstFree,
        people: isSender ? 0 : peopleIn(letters.people),
      })}
    >
      <AudienceField
        chosen={chosen}
        onChoose={onChoose}
        counts={counts}
        lettersWord={props.lettersWord}
        audiences={['cards', 'everyone', 'sender']}
      />
      {isSender ? <SenderField /> : null}
      <LabelSheetField value={format.id} onChange={(labelSheet) => onChoose({ labelSheet })} />
      <PrinterField {...props} />
    </Studio>
  );
}

type NamedAddress = LetterAddress & { readonly name: string };

/** The shop's own address on as many labels; none while it is not known. */
function useSenders(places: number): readonly NamedAddress[] {
  const { shopName, shopAddress } = useSettings();
  return useMemo(() => {
    const lines = senderLines({ shopName, shopAddress });
    return Array.from({ length: lines.length === 0 ? 0 : places }, (_, number) => ({
      key: `sender ${number}`,
      name: shopName,
      lines,
    }));
  }, [shopName, shopAddress, places]);
}

interface LabelSheetFieldProps {
  readonly value: string;
  readonly onChange: (labelSheet: string) => void;
}

function LabelSheetField({ value, onChange }: LabelSheetFieldProps): JSX.Element {
  const { ownLabels } = useSettings();
  return (
    <SelectField
      label={m.print_label_sheet()}
      options={labelFormatsFor(ownLabels).map((each) => ({
        value: each.id,
        word: labelFormatText(each),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

interface LabelAbout {
  readonly isSender: boolean;
  readonly printed: number;
  readonly sheets: number;
  /** Free on the first sheet. */
  readonly places: number;
  /** Whom they are for: more than labels where people live together. */
  readonly people: number;
}

function aboutOf({ isSender, printed, sheets, places, people }: LabelAbout): readonly string[] {
  if (printed === 0) return [isSender ? m.print_no_sender() : m.print_no_labels()];
  const labels = m.print_labels_about({ count: printed, words: countFirst(printed) });
  const more =
    sheets > 1 ? [m.print_labels_more({ labels: printed, places, sheets: countText(sheets) })] : [];
  return [labels, ...homesLine(people, printed), ...more, m.print_labels_actual_size()];
}
