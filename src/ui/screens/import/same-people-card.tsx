import { Fragment, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type {
  ContactSummary,
  DuplicateCandidate,
  ImportPreview,
} from '#app/import/import-types.ts';
import { numberText } from '#i18n/format.ts';
import { birthdayWords } from '#i18n/story.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { m } from '#ui/messages.ts';
import { answeredForAll, isProposed, pairAnswer } from './import-questions.ts';
import './same-people-card.css';
import type { PeopleAnswers, SameOrApart } from './import-steps.ts';

export interface SamePeopleCardProps {
  readonly preview: ImportPreview;
  readonly answers: PeopleAnswers;
  readonly onChange: (answers: PeopleAnswers) => void;
}

const pageSize = 20;
/** So few pairs stand open. */
const fewPairs = 3;

/** One question for all who only have a name in common, and the pairs for whoever wants to look. */
export function SamePeopleCard({ preview, answers, onChange }: SamePeopleCardProps): JSX.Element {
  const { duplicates, namesakes } = preview;
  const isShort = duplicates.length <= fewPairs;
  const [open, setOpen] = useState(isShort);
  return (
    <Card title={titleOf(preview)}>
      {namesakes === 0 ? (
        <p>{m.import_same_words()}</p>
      ) : (
        <Choice
          legend={m.import_same_all_question()}
          hint={hintOf(preview, answers)}
          options={[
            { value: 'same', word: m.import_same_all_yes({ count: namesakes }) },
            { value: 'apart', word: m.import_same_all_no({ count: namesakes }) },
          ]}
          value={answers.all ?? 'same'}
          onChange={(all) => onChange(answeredForAll(answers, duplicates, all))}
        />
      )}
      {isShort ? null : (
        <div class="same-people-card_more">
          <Button kind="quiet" expanded={open} onPress={() => setOpen(!open)}>
            {open ? m.import_same_close() : m.import_same_look()}
          </Button>
        </div>
      )}
      {open ? <Pairs preview={preview} answers={answers} onChange={onChange} /> : null}
    </Card>
  );
}

function titleOf({ namesakes, duplicates }: ImportPreview): string {
  const count = namesakes === 0 ? duplicates.length : namesakes;
  const facts = { count, text: numberText(count) };
  return namesakes === 0 ? m.import_same_title(facts) : m.import_same_all_title(facts);
}

function hintOf({ duplicates }: ImportPreview, answers: PeopleAnswers): string {
  const all = answers.all ?? 'same';
  const count = duplicates.filter(
    (pair) => isProposed(pair) && pairAnswer(pair, answers) !== all,
  ).length;
  return count === 0
    ? m.import_same_all_hint()
    : m.import_same_all_except({ count, text: numberText(count) });
}

function Pairs({ preview, answers, onChange }: SamePeopleCardProps): JSX.Element {
  const [shown, setShown] = useState(pageSize);
  const pairs = inGroups(preview.duplicates);
  const more = Math.min(pageSize, pairs.length - shown);
  return (
    <>
      <ul class="same-people-card_pairs">
        {pairs.slice(0, shown).map((pair, place) => (
          <Fragment key={pair.person}>
            {pair.other.kind === pairs[place - 1]?.other.kind ? null : (
              <li class="same-people-card_heading">
                <h3 class="type_section">{groupWords[pair.other.kind]()}</h3>
              </li>
            )}
            <Pair
              pair={pair}
              answer={pairAnswer(pair, answers)}
              onChange={(answer) => {
                const row = pair.imported.row ?? 0;
                onChange({ ...answers, byRow: new Map([...answers.byRow, [row, answer]]) });
              }}
            />
          </Fragment>
        ))}
      </ul>
      {more > 0 ? (
        <Button onPress={() => setShown(shown + pageSize)}>
          {m.import_same_more({ count: more })}
        </Button>
      ) : null}
    </>
  );
}

const groupWords = {
  customer: m.import_same_with_shop,
  listed: m.import_same_with_list,
} as const;

// Those we take for one person come first, then others whom the shop may know, then the list's own.
function inGroups(pairs: readonly DuplicateCandidate[]): readonly DuplicateCandidate[] {
  return pairs.toSorted((a, b) => groupOf(a) - groupOf(b));
}

function groupOf(pair: DuplicateCandidate): number {
  if (isProposed(pair)) return 0;
  return pair.other.kind === 'customer' ? 1 : 2;
}

interface PairProps {
  readonly pair: DuplicateCandidate;
  readonly answer: SameOrApart;
  readonly onChange: (answer: SameOrApart) => void;
}

function Pair({ pair, answer, onChange }: PairProps): JSX.Element {
  const question = { one: pair.imported.name, other: pair.existing.name };
  return (
    <li class="same-people-card_pair">
      <div class="same-people-card_faces">
        {facesOf(pair).map((face) => (
          <ContactView key={face.row} face={face} />
        ))}
      </div>
      <Choice
        layout="beside"
        labelling="hidden"
        legend={m.import_same_question(question)}
        hint={pair.fields.map((field) => fieldWords[field]()).join(' · ')}
        options={[
          { value: 'apart', word: m.import_same_two() },
          { value: 'same', word: m.import_same_one() },
        ]}
        value={answer}
        onChange={onChange}
      />
    </li>
  );
}

// Two of one list stand in the list's order.
function facesOf({ other, imported, existing }: DuplicateCandidate): readonly ContactSummary[] {
  return other.kind === 'listed' ? [existing, imported] : [imported, existing];
}

const fieldWords = {
  number: m.import_same_sign_number,
  name: m.import_same_sign_name,
  phone: m.import_same_sign_phone,
  email: m.import_same_sign_email,
} as const;

function ContactView({ face }: { readonly face: ContactSummary }): JSX.Element {
  const { cue, phones, emails, birthday, row } = face;
  const born = birthday === null ? [] : [birthdayWords(birthday)];
  const lines = [cue, ...phones, ...emails, ...born].filter((line) => line !== '');
  return (
    <div class="same-people-card_face">
      <small class="type_small type_sub">
        {row === null ? m.import_same_in_shop() : m.import_same_in_list({ row: numberText(row) })}
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
