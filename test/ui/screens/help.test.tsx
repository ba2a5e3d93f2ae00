import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '#i18n/catalogue.ts';
import { findQuestions } from '#ui/screens/help/find-questions.ts';
import { helpQuestions } from '#ui/screens/help/help-questions.ts';
import { Shell } from '#ui/shell/shell.tsx';
import { openTestShop } from '../../support/shops/test-shop.ts';
import { testEnvironment } from '../../support/shops/test-environment.ts';

afterEach(async () => speak('en', 'en-GB'));

describe('a question', () => {
  it.each([
    ['en', 'Somebody wants to be deleted', ['delet', 'erase', 'forget', 'gdpr', 'remove']],
    ['en', 'A new tablet', ['new tab', 'move', 'device', 'transfer', 'change']],
    ['de', 'Jemand möchte gelöscht werden', ['lösch', 'dsgvo', 'vergessen', 'entfern', 'losch']],
    ['de', 'Die PIN ist vergessen', ['pin', 'code', 'vergessen pin', 'sichtschutz', 'gesperrt']],
    ['fr', 'Quelqu’un demande à être effacé', ['effac', 'rgpd', 'oubli', 'supprim', 'donnees']],
    [
      'fr',
      'La tablette est perdue ou volée',
      ['perdu', 'vol', 'tablette perdue', 'disparu', 'volee'],
    ],
  ] as const)(
    'is found by the words people have for it: %s, %s',
    async (language, asked, words) => {
      await speak(language, language);
      for (const typed of words) {
        const found = findQuestions(helpQuestions(), typed).map(({ question }) => question);
        expect(found.slice(0, 4), typed).toContain(asked);
      }
    },
  );

  it.each(['en', 'de', 'fr'] as const)('is answered in at most 120 words: %s', async (language) => {
    await speak(language, language);
    const questions = helpQuestions();
    expect(questions).toHaveLength(12);
    for (const { answer } of questions)
      expect(answer.split(' ').length, answer).toBeLessThanOrEqual(120);
  });
});

describe('the page of help', () => {
  beforeEach(() => {
    localStorage.clear();
    history.replaceState(null, '', '/shop/help');
  });

  it('keeps what was searched for, opens the only answer, and says when there is none', async () => {
    const shop = await openTestShop();
    render(<Shell device={testEnvironment({ shop: shop.db.name, sample: null })} />);
    const search = await screen.findByLabelText('Search in the questions');
    expect(document.querySelectorAll('details')).toHaveLength(12);
    fireEvent.input(search, { target: { value: 'passphrase' } });
    await waitFor(() => expect(document.querySelectorAll('details')).toHaveLength(1));
    expect(document.querySelector('details')?.open).toBe(true);
    expect(document.querySelector('summary')?.textContent).toBe('The six words are gone');
    fireEvent.input(search, { target: { value: 'submarine' } });
    expect(await screen.findByText(/No question has these words/)).toBeTruthy();
  });
});
