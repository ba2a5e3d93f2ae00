import type { ComponentChildren, JSX } from 'preact';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import './file-button.css';

export interface FileButtonProps {
  readonly kind?: 'plain' | 'primary';
  /** The kinds to choose from; any when left out. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** Name every kind that may be tried: a wrong file gets a sentence, a greyed-out name does not. */
export function FileButton({
  kind = 'plain',
  accept,
  onFile,
  children,
}: FileButtonProps): JSX.Element {
  return (
    <label class={`press button button-${kind} file-button`}>
      <OwnerIcon name="upload" size="beside" />
      {children}
      <input
        class="file-button_input"
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
