import type { CardForm, CardProblem, CardText } from '#app/customers/customer-form.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Day } from '#lib/day.ts';

export interface CardFieldsProps {
  readonly form: CardForm;
  /** Whose card it is, so that nobody is said to have sent themselves; null for somebody new. */
  readonly own: CustomerId | null;
  readonly problems: readonly CardProblem[];
  readonly today: Day;
  readonly onChange: (form: CardForm) => void;
}

/** What each part of the form is given beside. */
export type CardPartProps = CardFieldsProps & {
  readonly set: (field: CardText, value: string) => void;
};
