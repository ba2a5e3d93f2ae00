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
  it.each(['en', 'de', 'fr'] as const)(
    'is found by the five words people are likeliest to type: %s',
    async (language) => {
      await speak(language, language);
      const place = ['en', 'de', 'fr'].indexOf(language);
      for (const { name } of helpQuestions())
        for (const typed of likeliest[name]?.[place] ?? ['no word']) {
          const found = findQuestions(helpQuestions(), typed).slice(0, 4);
          expect(
            found.map((each) => each.name),
            `${name}: ${typed}`,
          ).toContain(name);
        }
    },
  );

  it('is found half typed and without its accents', async () => {
    await speak('de', 'de');
    expect(findQuestions(helpQuestions(), 'losch')[0]?.name).toBe('delete');
    await speak('fr', 'fr');
    expect(findQuestions(helpQuestions(), 'donnees')[0]?.name).toBe('delete');
  });

  it.each(['en', 'de', 'fr'] as const)('is answered in at most 120 words: %s', async (language) => {
    await speak(language, language);
    const questions = helpQuestions();
    expect(questions).toHaveLength(12);
    for (const { answer } of questions)
      expect(answer.split(' ').length, answer).toBeLessThanOrEqual(120);
  });
});

const likeliest: Readonly<Record<string, readonly (readonly string[])[]>> = {
  delete: [
    ['delete', 'erase', 'forget', 'gdpr', 'remove'],
    ['löschen', 'vergessen', 'dsgvo', 'entfernen', 'datenschutz'],
    ['effacer', 'oublier', 'rgpd', 'supprimer', 'données'],
  ],
  wrong: [
    ['wrong', 'mistake', 'undo', 'tapped', 'correct'],
    ['falsch', 'fehler', 'zurücknehmen', 'vertippt', 'rückgängig'],
    ['erreur', 'annuler', 'trompé', 'mauvais', 'corriger'],
  ],
  twice: [
    ['twice', 'double', 'duplicate', 'merge', 'same'],
    ['doppelt', 'zweimal', 'zusammenlegen', 'dublette', 'dieselbe'],
    ['double', 'doublon', 'fusionner', 'réunir', 'deux fois'],
  ],
  list: [
    ['import', 'csv', 'excel', 'contacts', 'list'],
    ['importieren', 'csv', 'excel', 'kontakte', 'liste'],
    ['importer', 'csv', 'excel', 'contacts', 'liste'],
  ],
  backup: [
    ['backup', 'save', 'copy', 'usb', 'safe'],
    ['sicherung', 'sichern', 'speichern', 'usb', 'backup'],
    ['sauvegarde', 'enregistrer', 'copie', 'usb', 'sauvegarder'],
  ],
  tablet: [
    ['new tablet', 'move', 'transfer', 'device', 'switch'],
    ['neues tablet', 'umziehen', 'wechseln', 'gerät', 'übertragen'],
    ['nouvelle tablette', 'changer', 'transférer', 'appareil', 'déménager'],
  ],
  lost: [
    ['lost', 'stolen', 'theft', 'missing', 'find'],
    ['verloren', 'gestohlen', 'diebstahl', 'weg', 'geklaut'],
    ['perdue', 'volée', 'vol', 'disparue', 'retrouver'],
  ],
  words: [
    ['six words', 'passphrase', 'password', 'forgot words', 'sheet'],
    ['sechs wörter', 'passwort', 'kennwort', 'blatt', 'verschlossen'],
    ['six mots', 'mot de passe', 'mots', 'feuille', 'verrou'],
  ],
  pin: [
    ['pin', 'code', 'forgot', 'locked', 'privacy'],
    ['pin', 'code', 'vergessen', 'gesperrt', 'sichtschutz'],
    ['code', 'pin', 'oublié', 'bloqué', 'discret'],
  ],
  why: [
    ['why', 'reason', 'suggestion', 'others', 'fair'],
    ['warum', 'grund', 'vorschlag', 'andere', 'gerecht'],
    ['pourquoi', 'raison', 'idée', 'autres', 'juste'],
  ],
  paper: [
    ['print', 'printer', 'labels', 'small', 'paper'],
    ['drucken', 'drucker', 'etiketten', 'klein', 'papier'],
    ['imprimer', 'imprimante', 'étiquettes', 'petit', 'papier'],
  ],
  offline: [
    ['offline', 'internet', 'network', 'wifi', 'cloud'],
    ['offline', 'internet', 'netz', 'wlan', 'cloud'],
    ['hors ligne', 'internet', 'réseau', 'wifi', 'cloud'],
  ],
};

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

  it('is open at the question that an empty screen leads to', async () => {
    history.replaceState(null, '', '/people/twice');
    const shop = await openTestShop();
    render(<Shell device={testEnvironment({ shop: shop.db.name, sample: null })} />);
    fireEvent.click(
      await screen.findByRole('link', { name: 'Help: The same person is here twice' }),
    );
    await screen.findByRole('heading', { level: 1, name: 'Help' });
    const open = [...document.querySelectorAll('details')].filter((each) => each.open);
    expect(open.map((each) => each.querySelector('summary')?.textContent)).toEqual([
      'The same person is here twice',
    ]);
  });
});
