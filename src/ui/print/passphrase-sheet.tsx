import type { JSX } from 'preact';
import type { Paper } from '#domain/shop/settings.ts';
import { m } from '#ui/messages.ts';
import { PaperSheet } from './paper-sheet.tsx';
import './passphrase-sheet.css';

export interface PassphraseSheetProps {
  readonly paper: Paper;
  readonly shop: string;
  /** When it was made, in words. */
  readonly made: string;
  readonly phrase: string;
}

/** The six words on paper, with what their finder has to know, even without this app. */
export function PassphraseSheet({ paper, shop, made, phrase }: PassphraseSheetProps): JSX.Element {
  return (
    <PaperSheet paper={paper}>
      <div class="passphrase-sheet">
        <p class="paper-sheet_shop">
          <bdi>{shop}</bdi>
        </p>
        <h1 class="passphrase-sheet_title">{m.phrase_sheet_title()}</h1>
        <p>{made}</p>
        <ol class="passphrase-sheet_words">
          {phrase.split('-').map((word, place) => (
            <li key={place}>{word}</li>
          ))}
        </ol>
        <p class="passphrase-sheet_phrase">{phrase}</p>
        <p>{m.phrase_sheet_keep()}</p>
        <h2 class="passphrase-sheet_head">{m.phrase_sheet_here_title()}</h2>
        <p>{m.phrase_sheet_here()}</p>
        <h2 class="passphrase-sheet_head">{m.phrase_sheet_without_title()}</h2>
        <p>{m.phrase_sheet_without()}</p>
        <p class="passphrase-sheet_command">{m.phrase_sheet_command()}</p>
      </div>
    </PaperSheet>
  );
}
