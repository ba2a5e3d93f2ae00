import type { JSX } from 'preact';
import {
  consentWays,
  type CustomerFormField,
  type ConsentWay,
} from '#app/customers/customer-form.ts';
import { Card } from '#ui/parts/layout/card.tsx';
import { Choice } from '#ui/parts/controls/choice.tsx';
import { FieldStack, TextField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import type { CustomerFieldGroupProps } from './customer-fields-props.ts';
import { dayProblem } from '#ui/screens/customer-sheets/day-problem.ts';
import './consent-fields.css';

/** Whether the shop may write or call: the answer, the day it was given, and how. */
export function ConsentFields(props: CustomerFieldGroupProps): JSX.Element {
  return (
    <Card title={m.customer_form_consent()}>
      <p class="type_sub">{m.customer_form_consent_hint()}</p>
      {consentWays.map((way) => (
        <ConsentField key={way} {...props} way={way} />
      ))}
    </Card>
  );
}

function ConsentField(props: CustomerFieldGroupProps & { readonly way: ConsentWay }): JSX.Element {
  const { form, problems, today, text, way } = props;
  const { answer, day, how } = fieldsOf[way];
  const isWrong = problems.some((each) => each.kind === 'consent-day' && each.way === way);
  const said = form.texts[answer];
  function choose(next: 'yes' | 'no' | 'none'): void {
    props.onChange({
      ...form,
      texts: {
        ...form.texts,
        [answer]: next === 'none' ? '' : next,
        [day]: form.texts[day] === '' ? today : form.texts[day],
      },
    });
  }
  return (
    <div class="line_ruled consent-fields">
      <Choice
        legend={wayWords[way]()}
        layout="beside"
        value={said === 'yes' || said === 'no' ? said : 'none'}
        options={[
          { value: 'yes', word: m.customer_form_yes() },
          { value: 'no', word: m.customer_form_no() },
          { value: 'none', word: m.customer_form_not_asked() },
        ]}
        onChange={choose}
      />
      {said === '' ? null : (
        <FieldStack columns="two">
          <TextField
            label={m.customer_form_consent_day()}
            type="date"
            {...text(day)}
            max={today}
            problem={isWrong ? dayProblem(form.texts[day], today) : null}
          />
          <TextField
            label={m.customer_form_consent_how()}
            placeholder={m.customer_form_consent_how_hint()}
            maxLength={200}
            {...text(how)}
          />
        </FieldStack>
      )}
    </div>
  );
}

interface WayFields {
  readonly answer: CustomerFormField;
  readonly day: CustomerFormField;
  readonly how: CustomerFormField;
}

const fieldsOf: Readonly<Record<ConsentWay, WayFields>> = {
  post: { answer: 'post', day: 'postDay', how: 'postHow' },
  emailing: { answer: 'emailing', day: 'emailingDay', how: 'emailingHow' },
  calling: { answer: 'calling', day: 'callingDay', how: 'callingHow' },
};

const wayWords: Readonly<Record<ConsentWay, () => string>> = {
  post: m.customer_form_post,
  emailing: m.customer_form_emailing,
  calling: m.customer_form_calling,
};
