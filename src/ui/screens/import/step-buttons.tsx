import type { ComponentChildren, JSX } from 'preact';
import { Button, ButtonRow } from '#ui/parts/controls/button.tsx';
import { m } from '#ui/messages.ts';
import './step-buttons.css';

export interface StepButtonsProps {
  readonly onBack: () => void;
  /** The one key that goes on. */
  readonly children: ComponentChildren;
}

/** One step back, one step on. */
export function StepButtons({ onBack, children }: StepButtonsProps): JSX.Element {
  return (
    <div class="step-buttons">
      <ButtonRow>
        {children}
        <Button onPress={onBack}>{m.import_go_back()}</Button>
      </ButtonRow>
    </div>
  );
}
