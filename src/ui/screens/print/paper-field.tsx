import type { JSX } from 'preact';
import { SelectField } from '#ui/parts/controls/field.tsx';
import { m } from '#ui/messages.ts';
import type { PrintChoiceProps } from './print-choices.ts';

export function PaperField({ chosen, onChoose }: PrintChoiceProps): JSX.Element {
  return (
    <SelectField
      label={m.print_paper()}
      options={[
        { value: 'a4', word: m.print_a4() },
        { value: 'letter', word: m.print_letter() },
      ]}
      value={chosen.paper}
      onChange={(paper) => onChoose({ paper })}
    />
  );
}
