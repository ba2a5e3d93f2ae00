import type { ComponentChildren, JSX } from 'preact';
import { Button } from '#ui/parts/controls/button.tsx';
import { FieldStack } from '#ui/parts/controls/field.tsx';
import { Sheet } from '#ui/parts/layout/sheet.tsx';
import { m } from '#ui/messages.ts';

export interface FormSheetProps {
  readonly title: string;
  readonly saveWord: string;
  readonly isSaving: boolean;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'wide';
  readonly children: ComponentChildren;
}

export function FormSheet(props: FormSheetProps): JSX.Element {
  const { title, saveWord, isSaving, onSave, onClose, width = 'narrow', children } = props;
  return (
    <Sheet
      title={title}
      closeWord={m.customer_close()}
      onClose={onClose}
      width={width}
      foot={
        <>
          <Button onPress={onClose}>{m.customer_cancel()}</Button>
          <Button kind="primary" busy={isSaving} onPress={() => void onSave()}>
            {saveWord}
          </Button>
        </>
      }
    >
      <FieldStack>{children}</FieldStack>
    </Sheet>
  );
}
