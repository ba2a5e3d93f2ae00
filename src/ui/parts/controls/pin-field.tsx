import type { JSX } from 'preact';
import { TextField } from './field.tsx';

export interface PinFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Whether the PIN is being chosen or asked for: a password manager offers accordingly. */
  readonly pin: 'new' | 'current';
  readonly size?: 'owner' | 'large';
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly problem?: string | null;
}

/** A PIN that nobody reads along, typed on the number keys. */
export function PinField({ pin, ...field }: PinFieldProps): JSX.Element {
  return (
    <TextField {...field} type="password" inputMode="numeric" autoComplete={`${pin}-password`} />
  );
}
