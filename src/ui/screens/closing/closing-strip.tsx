import type { JSX } from 'preact';
import type { ClosingNote } from '#domain/visits/closing-note.ts';
import { Button, ButtonLink } from '#ui/parts/controls/button.tsx';
import { StripPanel } from '#ui/parts/counter/visit-strip.tsx';
import { formatRoute } from '#ui/routes.ts';
import { m } from '#ui/messages.ts';
import { closingWords } from './closing-words.ts';
import './closing-strip.css';

export interface ClosingStripProps {
  readonly note: ClosingNote;
  readonly onForgotten: () => void;
}

/** The day in three sentences, in the strip that nobody needs any more. */
export function ClosingStrip({ note, onForgotten }: ClosingStripProps): JSX.Element {
  return (
    <StripPanel
      title={m.closing_title()}
      foot={
        <>
          <ButtonLink size="counter" href={formatRoute({ kind: 'backup' })}>
            {m.closing_backup()}
          </ButtonLink>
          <Button size="counter" onPress={onForgotten}>
            {m.closing_forgotten()}
          </Button>
        </>
      }
    >
      <div class="closing-strip">
        <h2 class="type_section">{m.closing_title()}</h2>
        {closingWords(note).map((sentence) => (
          <p class="closing-strip_sentence" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
    </StripPanel>
  );
}
