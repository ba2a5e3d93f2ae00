import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../../parts/button.tsx';
import { m } from '../../words.ts';
import './step-keys.css';

export interface StepKeysProps {
  readonly onBack: () => void;
  /** The one key that goes on. */
  readonly children: ComponentChildren;
}

/** One step back, one step on. */
export function StepKeys({ onBack, children }: StepKeysProps): JSX.Element {
  return (
    <div class="step-keys">
      {children}
      <Button onPress={onBack}>{m.import_go_back()}</Button>
    </div>
  );
}
