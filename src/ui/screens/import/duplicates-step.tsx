import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ContactSummary, DuplicateCandidate } from '#app/import/import-types.ts';
import { numberText } from '#i18n/format.ts';
import { unansweredDuplicates, type ImportFlow, type PreviewedList } from './use-import.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { m } from '#ui/messages.ts';
import './duplicates-step.css';
import { StepButtons } from './step-buttons.tsx';

export interface DuplicatesStepProps {
  readonly wizard: ImportFlow;
  readonly checked: PreviewedList;
}

const pageSize = 20;

/** People who might be one. Nobody is merged unless the owner says so. */
export function DuplicatesStep({ wizard, checked }: DuplicatesStepProps): JSX.Element {
  const [shown, setShown] = useState(pageSize);
  const offers = unansweredDuplicates(checked);
  const change = (changes: Partial<PreviewedList>): void =>
    wizard.show({ step: 'same', checked: { ...checked, ...changes } });
  return (
    <>
      {checked.preview.sameNumbers === 0 ? null : (
        <NumbersCard checked={checked} onChange={(numbers) => change({ numbers })} />
      )}
      {offers.length === 0 ? null : (
        <Card title={m.import_same_title()}>
          <p>{m.import_same_words()}</p>
          <ul class="duplicates-step">
            {offers.slice(0, shown).map((offer) => (
              <Pair
                key={offer.person}
                offer={offer}
                answer={checked.same.has(offer.person) ? 'one' : 'two'}
                onChange={(answer) => change({ same: answered(checked, offer.person, answer) })}
              />
            ))}
          </ul>
          {offers.length > shown ? (
            <Button onPress={() => setShown(shown * 2)}>
              {m.import_same_more({ count: Math.min(shown, offers.length - shown) })}
            </Button>
          ) : null}
        </Card>
      )}
      <StepButtons
        onBack={() => wizard.show({ step: 'match', matching: checked.matching, problem: null })}
      >
        <Button
          kind="primary"
          onPress={() => wizard.show({ step: 'check', checked, problem: null })}
        >
          {m.import_match_go()}
        </Button>
      </StepButtons>
    </>
  );
}

function answered(
  { same }: PreviewedList,
  person: number,
  answer: 'one' | 'two',
): ReadonlySet<number> {
  const others = [...same].filter((each) => each !== person);
  return new Set(answer === 'one' ? [...others, person] : others);
}

interface NumbersCardProps {
  readonly checked: PreviewedList;
  readonly onChange: (numbers: PreviewedList['numbers']) => void;
}

function NumbersCard({ checked, onChange }: NumbersCardProps): JSX.Element {
  const count = checked.preview.sameNumbers;
  return (
    <Card title={m.import_numbers_title({ count, text: numberText(count) })}>
      <p>{m.import_numbers_words()}</p>
      <Choice
        legend={m.import_numbers_question()}
        options={[
          { value: 'apart', word: m.import_numbers_apart() },
          { value: 'same', word: m.import_numbers_same() },
        ]}
        value={checked.numbers}
        onChange={onChange}
      />
    </Card>
  );
}

interface PairProps {
  readonly offer: DuplicateCandidate;
  readonly answer: 'one' | 'two';
  readonly onChange: (answer: 'one' | 'two') => void;
}

function Pair({ offer, answer, onChange }: PairProps): JSX.Element {
  const question = { one: offer.imported.name, other: offer.existing.name };
  return (
    <li class="duplicates-step_pair">
      <div class="duplicates-step_faces">
        <ContactView face={offer.imported} />
        <ContactView face={offer.existing} />
      </div>
      <Choice
        legend={m.import_same_question(question)}
        hint={offer.fields.map((field) => fieldWords[field]()).join(' · ')}
        options={[
          { value: 'two', word: m.import_same_two() },
          { value: 'one', word: m.import_same_one() },
        ]}
        value={answer}
        onChange={onChange}
      />
    </li>
  );
}

const fieldWords = {
  name: m.import_same_sign_name,
  phone: m.import_same_sign_phone,
  email: m.import_same_sign_email,
} as const;

function ContactView({ face }: { readonly face: ContactSummary }): JSX.Element {
  const lines = [face.cue, face.phone, face.email].filter((line) => line !== '');
  return (
    <div class="duplicates-step_face">
      <small class="type_small type_sub">
        {face.row === null
          ? m.import_same_in_shop()
          : m.import_same_in_list({ row: numberText(face.row) })}
      </small>
      <b>
        <bdi>{face.name}</bdi>
      </b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
