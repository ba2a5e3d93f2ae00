import type {
  CustomerForm,
  CustomerFormProblem,
  CustomerFormField,
} from '#app/customers/form/customer-form.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import type { Day } from '#lib/day.ts';

export interface CustomerFieldsProps {
  readonly form: CustomerForm;
  /** Who it is, so that nobody is said to have sent themselves; null for somebody new. */
  readonly own: CustomerId | null;
  readonly problems: readonly CustomerFormProblem[];
  readonly today: Day;
  readonly onChange: (form: CustomerForm) => void;
}

export type CustomerFieldGroupProps = CustomerFieldsProps & {
  readonly set: (field: CustomerFormField, value: string) => void;
  /** What binds a text field to a field of the form. */
  readonly text: (field: CustomerFormField) => {
    readonly value: string;
    readonly onInput: (value: string) => void;
  };
};
