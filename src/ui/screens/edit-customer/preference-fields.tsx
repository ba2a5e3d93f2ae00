import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type {
  CustomerForm,
  CustomerFormProblem,
  TypedPreference,
} from '#app/customers/form/customer-form.ts';
import type { Day } from '#lib/day.ts';
import { Button } from '#ui/parts/controls/button.tsx';
import { Card } from '#ui/parts/layout/card.tsx';
import { TextField } from '#ui/parts/controls/field.tsx';
import { Icon } from '#ui/parts/icons/icon.tsx';
import { m } from '#ui/messages.ts';
import { dayProblem } from '#ui/screens/customer-sheets/day-problem.ts';
import './preference-fields.css';

export interface PreferenceFieldsProps {
  readonly form: CustomerForm;
  readonly problems: readonly CustomerFormProblem[];
  readonly today: Day;
  readonly onChange: (form: CustomerForm) => void;
}

/** Likes and needs, each with the day it was learnt: what was true in May may not be now. */
export function PreferenceFields(props: PreferenceFieldsProps): JSX.Element {
  const { form, problems, today, onChange } = props;
  const { preferences } = form;
  const list = useRef<HTMLUListElement>(null);
  const [added, setAdded] = useState(0);
  // What was added is there to be written, and a space belongs to it.
  useLayoutEffect(() => {
    if (added > 0) list.current?.lastElementChild?.querySelector('input')?.focus();
  }, [added]);
  function add(): void {
    show([...preferences, { text: '', day: today }]);
    setAdded(added + 1);
  }
  const show = (next: readonly TypedPreference[]): void => onChange({ ...form, preferences: next });
  const isDayWrong = (place: number): boolean =>
    problems.some((each) => each.kind === 'preference-day' && each.place === place);
  return (
    <Card heading="group" title={m.customer_form_likes()}>
      <p class="type_sub">{m.customer_form_likes_hint()}</p>
      <ul ref={list}>
        {preferences.map((preference, place) => (
          <li class="preference-fields" key={place}>
            <TextField
              label={m.customer_form_like()}
              maxLength={200}
              value={preference.text}
              onInput={(text) => show(preferences.with(place, { ...preference, text }))}
            />
            <TextField
              label={m.customer_form_like_day()}
              type="date"
              value={preference.day}
              max={today}
              problem={isDayWrong(place) ? dayProblem(preference.day, today) : null}
              onInput={(day) => show(preferences.with(place, { ...preference, day }))}
            />
            <Button
              kind="quiet"
              icon={<Icon name="close" size="beside" />}
              label={m.customer_form_like_remove_named({ text: preference.text })}
              onPress={() => show(preferences.toSpliced(place, 1))}
            >
              {m.customer_form_like_remove()}
            </Button>
          </li>
        ))}
      </ul>
      <div class="preference-fields_add">
        <Button icon={<Icon name="plus" size="beside" />} onPress={add}>
          {m.customer_form_like_add()}
        </Button>
      </div>
    </Card>
  );
}
