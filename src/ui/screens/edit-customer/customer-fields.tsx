import type { JSX } from 'preact';
import type { CustomerFormProblem, CustomerFormField } from '#app/customers/form/customer-form.ts';
import { customerIdFrom } from '#domain/customers/customer.ts';
import { monthNames } from '#i18n/story.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { AreaField, FieldStack, SelectField, TextField } from '#ui/parts/controls/field.tsx';
import { Toggle } from '#ui/parts/controls/toggle.tsx';
import { m } from '#ui/messages.ts';
import { ReferralField } from '#ui/screens/customer/referral-field.tsx';
import type { CustomerFieldsProps, CustomerFieldGroupProps } from './customer-fields-props.ts';
import { ContactFields } from './contact-fields.tsx';
import { LetterFields } from './letter-fields.tsx';
import { PreferenceFields } from './preference-fields.tsx';
import './customer-fields.css';

/** Every field of a customer, under the headings in which a shopkeeper thinks of them. */
export function CustomerFieldGroups(props: CustomerFieldsProps): JSX.Element {
  const { form, own, today, onChange } = props;
  const { texts } = form;
  const set = (field: CustomerFormField, value: string): void =>
    onChange({ ...form, texts: { ...texts, [field]: value } });
  const text: CustomerFieldGroupProps['text'] = (field) => ({
    value: texts[field],
    onInput: (value) => set(field, value),
  });
  const group = { ...props, set, text };
  return (
    <>
      <Who {...group} />
      <ContactFields {...props} />
      <Birthday {...group} />
      <PreferenceFields {...props} />
      <LetterFields {...group} />
      <Card heading="group" title={m.customer_form_lives()}>
        <FieldStack>
          <Lives {...group} />
          <Toggle
            label={m.customer_form_passing()}
            hint={m.customer_form_passing_hint()}
            checked={texts.passingThrough === 'yes'}
            onChange={(on) => set('passingThrough', on ? 'yes' : 'no')}
          />
          <Toggle
            label={m.customer_menu_suggest()}
            hint={m.customer_menu_suggest_hint()}
            checked={texts.suggestNothing === 'yes'}
            onChange={(on) => set('suggestNothing', on ? 'yes' : 'no')}
          />
          <Toggle
            label={m.customer_form_young()}
            hint={m.customer_form_young_hint()}
            checked={texts.young === 'yes'}
            onChange={(on) => set('young', on ? 'yes' : 'no')}
          />
          <Toggle
            label={m.customer_form_died()}
            hint={m.customer_form_died_hint()}
            checked={texts.diedOn !== ''}
            onChange={(on) => set('diedOn', on ? today : '')}
          />
          <ReferralField
            label={m.customer_form_sent_by()}
            chosen={texts.sentBy === '' ? null : customerIdFrom(texts.sentBy)}
            without={own}
            onChoose={(id) => set('sentBy', id ?? '')}
          />
        </FieldStack>
      </Card>
      <Card>
        <AreaField label={m.customer_form_note()} maxLength={2000} {...text('note')} />
      </Card>
    </>
  );
}

function Who({ problems, text }: CustomerFieldGroupProps): JSX.Element {
  const isNameless = problems.some((problem) => problem.kind === 'no-name');
  return (
    <Card heading="group" title={m.customer_form_who()}>
      <div class="customer-fields_pair">
        <TextField
          label={m.customer_form_name()}
          hint={m.customer_form_name_hint()}
          required
          maxLength={120}
          autoCapitalize="words"
          spellcheck={false}
          {...text('name')}
          problem={isNameless ? m.customer_form_name_problem() : null}
        />
        <TextField
          label={m.customer_form_cue()}
          hint={m.customer_form_cue_hint()}
          maxLength={60}
          {...text('cue')}
        />
        <TextField
          label={m.customer_form_also()}
          hint={m.customer_form_also_hint()}
          maxLength={300}
          autoCapitalize="words"
          spellcheck={false}
          {...text('alsoCalled')}
        />
      </div>
    </Card>
  );
}

function Birthday({ form, problems, set, text }: CustomerFieldGroupProps): JSX.Element {
  const problem = problems.find((each) => each.kind === 'birthday');
  const { birthMonth } = form.texts;
  return (
    <Card heading="group" title={m.customer_form_birthday()}>
      <p class="type_sub customer-fields_hint">{m.customer_form_birthday_hint()}</p>
      <div class="customer-fields_birthday">
        <TextField
          label={m.customer_form_birth_day()}
          inputMode="numeric"
          maxLength={2}
          {...text('birthDay')}
          problem={problem === undefined ? null : birthdayProblems[problem.why]()}
        />
        <SelectField
          label={m.customer_form_birth_month()}
          value={birthMonth}
          options={[
            { value: '', word: m.customer_form_birth_month_none() },
            ...monthNames().map((word, index) => ({ value: String(index + 1), word })),
          ]}
          onChange={(month) => set('birthMonth', month)}
        />
        <TextField
          label={m.customer_form_birth_year()}
          inputMode="numeric"
          maxLength={4}
          {...text('birthYear')}
        />
      </div>
    </Card>
  );
}

type BirthdayProblem = Extract<CustomerFormProblem, { readonly kind: 'birthday' }>['why'];

const birthdayProblems: Readonly<Record<BirthdayProblem, () => string>> = {
  part: m.customer_form_birthday_part,
  'no-such-day': m.customer_form_birthday_none,
  ahead: m.customer_form_birthday_ahead,
};

function Lives({ form, set }: CustomerFieldGroupProps): JSX.Element {
  const { local } = form.texts;
  return (
    <Choice
      legend={m.customer_form_lives()}
      labelling="hidden"
      value={local === '' ? 'unknown' : local === 'yes' ? 'local' : 'visiting'}
      options={[
        { value: 'local', word: m.customer_form_local() },
        { value: 'visiting', word: m.customer_form_visiting() },
        { value: 'unknown', word: m.customer_form_unknown() },
      ]}
      onChange={(where) =>
        set('local', where === 'unknown' ? '' : where === 'local' ? 'yes' : 'no')
      }
    />
  );
}
