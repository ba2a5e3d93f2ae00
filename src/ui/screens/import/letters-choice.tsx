import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ParsedList } from '#app/import/import-types.ts';
import { enumeration } from '#i18n/format.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Choice, type ChoiceOption } from '#ui/parts/controls/choice.tsx';
import { Row } from '#ui/parts/layout/row.tsx';
import { m } from '#ui/messages.ts';
import './letters-choice.css';
import type { ImportFlow, ListMapping } from './import-steps.ts';

export interface LettersChoiceProps {
  readonly wizard: ImportFlow;
  readonly mapping: ListMapping;
  /** `asked`: stands open when we are not sure. */
  readonly kind: 'asked' | 'line';
}

/** How the letters were read, shown with two names of the list; one tap reads them otherwise. */
export function LettersChoice({ wizard, mapping, kind }: LettersChoiceProps): JSX.Element | null {
  const { reading } = mapping;
  const [open, setOpen] = useState(kind === 'asked' && !reading.isEncodingSure);
  const [shown, setShown] = useState(firstWays);
  const options = letterOptions(reading);
  const chosen = options.find(({ value }) => value === reading.encoding);
  if (chosen === undefined || options.length < 2) return null;
  if (!open) {
    return (
      <Row
        title={m.import_letters({ names: chosen.word })}
        control={
          <Button
            kind="quiet"
            label={m.import_letters_change_label()}
            expanded={false}
            onPress={() => setOpen(true)}
          >
            {m.import_change()}
          </Button>
        }
      />
    );
  }
  const more = options.length - shown;
  return (
    <div class="letters-choice">
      <Choice
        legend={m.import_letters_question()}
        hint={m.import_letters_hint()}
        options={options.slice(0, shown)}
        value={chosen.value}
        onChange={(encoding) => void wizard.reread(mapping, { encoding, sheet: reading.sheet })}
      />
      {more > 0 ? (
        <Button kind="link" onPress={() => setShown(options.length)}>
          {m.import_problems_more({ count: more })}
        </Button>
      ) : null}
    </div>
  );
}

/** Whether there is more than one way to read the letters that can be told apart. */
export function hasLetters(reading: ParsedList): boolean {
  return letterOptions(reading).length > 1;
}

type Encoding = ParsedList['encodingChoices'][number]['encoding'];

// Two ways that give the same names are one.
function letterOptions({
  encoding,
  encodingChoices,
}: ParsedList): readonly ChoiceOption<Encoding>[] {
  const words = new Map<string, Encoding>();
  const inOrder = encodingChoices.toSorted(
    (a, b) => Number(b.encoding === encoding) - Number(a.encoding === encoding),
  );
  for (const choice of inOrder) {
    const word = enumeration(choice.samples.slice(0, visibleNames));
    if (word !== '' && !words.has(word)) words.set(word, choice.encoding);
  }
  return [...words].map(([word, value]) => ({ value, word }));
}

const visibleNames = 2;
/** The others are hardly ever right, and many would only confuse. */
const firstWays = 4;
