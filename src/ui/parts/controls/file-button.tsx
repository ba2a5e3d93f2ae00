import type { ComponentChildren, JSX } from 'preact';
import { OwnerIcon } from '#ui/parts/icons/owner-icon.tsx';
import './file-button.css';

export interface FileButtonProps {
  readonly kind?: 'plain' | 'primary';
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** Any file may be chosen: a wrong one gets a sentence, which a greyed-out name would not. */
export function FileButton({ kind = 'plain', onFile, children }: FileButtonProps): JSX.Element {
  return (
    <label class={`press button button-${kind} file-button`}>
      <OwnerIcon name="upload" size="beside" />
      {children}
      <input
        class="file-button_input"
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
