import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { changeCustomer } from '#app/customers/change-customer.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { isAnyFormDirty } from '#ui/hooks/use-dirty-form.ts';
import { EditCustomerScreen, NewCustomerScreen } from '#ui/screens/edit-customer/edit-customer.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';
import { day } from '../../support/shops/shop-with.ts';

let shop: ShopWithScreens;
let mrsKhan: Customer;

beforeEach(async () => {
  localStorage.clear();
  shop = await shopWithScreens(async (open) => {
    const draft = draftCustomer(open, {
      name: 'Mrs Khan',
      cue: 'red bike',
      birthday: '06-19',
      preferences: [{ text: 'Likes lamb', day: day('2026-05-02') }],
      zone: 'Europe/London',
    });
    const result = await addCustomer(open, draft);
    if (!result.ok) throw new Error(result.problem.kind);
    mrsKhan = result.value;
  });
});
afterEach(() => {
  cleanup();
  shop.roster.close();
});

describe('the form of a card', () => {
  it('writes every field, and stamps only what changed', async () => {
    await edit();
    type('Also called', 'Amina, Mrs K');
    type('Phone', '07700 900123');
    type('Email', 'amina@example.org');
    type('Postal address', '4 Mill Lane\nBath');
    type('Year', '1961');
    type('Note for yourself', 'Mother of Tom.');
    fireEvent.click(screen.getByRole('radio', { name: 'Nearby' }));
    fireEvent.click(screen.getByRole('switch', { name: 'In town briefly' }));
    save();
    await waitFor(() => expect(shop.went).toEqual([{ kind: 'person', id: mrsKhan.id }]));
    const customer = await shop.deps.db.customers.get(mrsKhan.id);
    expect(customer).toMatchObject({
      name: 'Mrs Khan',
      alsoCalled: ['Amina', 'Mrs K'],
      phones: ['07700 900123'],
      emails: ['amina@example.org'],
      addresses: ['4 Mill Lane\nBath'],
      birthday: '1961-06-19',
      note: 'Mother of Tom.',
      local: true,
      passingThrough: true,
      preferences: [{ text: 'Likes lamb', day: '2026-05-02' }],
    });
    expect(Object.keys(customer?.edits ?? {})).not.toContain('cue');
  });

  it('says how they are written to, and whether they are', async () => {
    await edit();
    type('Name on envelopes', 'Mrs A. Khan');
    type('How a letter begins', 'Dear Amina');
    type('Name on the wall of thanks', 'Amina');
    fireEvent.change(screen.getByLabelText('Language of letters'), { target: { value: 'fr' } });
    fireEvent.click(screen.getByRole('switch', { name: 'Under 16' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Has died' }));
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect(await shop.deps.db.customers.get(mrsKhan.id)).toMatchObject({
      letterName: 'Mrs A. Khan',
      opening: 'Dear Amina',
      wallName: 'Amina',
      language: 'fr',
      young: true,
      diedOn: '2026-06-18',
    });
    await edit();
    fireEvent.click(screen.getByRole('switch', { name: 'Has died' }));
    save();
    await waitFor(() => expect(shop.went).toHaveLength(2));
    const customer = await shop.deps.db.customers.get(mrsKhan.id);
    expect(customer).toMatchObject({ diedOn: null, young: true, letterName: 'Mrs A. Khan' });
  });

  it('keeps a language that the screens do not speak', async () => {
    await changeCustomer(shop.deps, mrsKhan.id, { language: 'pl' });
    await edit();
    type('How a letter begins', 'Droga Amino');
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect((await shop.deps.db.customers.get(mrsKhan.id))?.language).toBe('pl');
  });

  it('holds several numbers, in the order in which they are to be used', async () => {
    await edit();
    expect(screen.queryByRole('button', { name: 'Add another phone' })).toBeNull();
    type('Phone', '07700 900123');
    press('Add another phone');
    expect(document.activeElement).toBe(screen.getByLabelText('Phone 2'));
    type('Phone 2', '020 7946 0018');
    press('Add another phone');
    type('Phone 3', '0151 5550101');
    press('Put first: Phone 2');
    press('Remove: Phone 3');
    expect(phones()).toEqual(['020 7946 0018', '07700 900123']);
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect(await shop.deps.db.customers.get(mrsKhan.id)).toMatchObject({
      phones: ['020 7946 0018', '07700 900123'],
      emails: [],
    });
  });

  it('keeps the keyboard where a number was taken away', async () => {
    await edit();
    type('Email', 'amina@example.org');
    press('Add another email');
    screen.getByRole('button', { name: 'Remove: Email 2' }).focus();
    press('Remove: Email 2');
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('button', { name: 'Add another email' }),
      ),
    );
  });

  it('goes on where a like was added, so that a space is a space', async () => {
    await edit();
    press('Add one');
    const fields = screen.getAllByLabelText('What you found out');
    expect(document.activeElement).toBe(fields.at(-1));
  });

  it('says which mail address is none', async () => {
    await edit();
    type('Email', 'amina@example.org');
    press('Add another email');
    type('Email 2', 'amina');
    save();
    await waitFor(() =>
      expect(screen.getByLabelText('Email 2').getAttribute('aria-invalid')).toBe('true'),
    );
    expect(screen.getByLabelText('Email').hasAttribute('aria-invalid')).toBe(false);
  });

  it('leaves what another window has saved since it was opened', async () => {
    await edit();
    type('Phone', '07700 900123');
    await changeCustomer(shop.deps, mrsKhan.id, { cue: 'blue bike', note: 'Left-handed.' });
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect(await shop.deps.db.customers.get(mrsKhan.id)).toMatchObject({
      phones: ['07700 900123'],
      cue: 'blue bike',
      note: 'Left-handed.',
    });
  });

  it('says what was noted elsewhere over what is typed, and takes it on a tap', async () => {
    await edit();
    type('Phone', '07700 900123');
    type('Also called', 'Amina');
    await changeCustomer(shop.deps, mrsKhan.id, { phones: ['07700 900456'] });
    expect(
      await screen.findByText(/^Noted elsewhere meanwhile: Phone: 07700 900456\./),
    ).toBeDefined();
    press('Take that instead');
    expect(screen.queryByText(/^Noted elsewhere/)).toBeNull();
    expect(phones()).toEqual(['07700 900456']);
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect(await shop.deps.db.customers.get(mrsKhan.id)).toMatchObject({
      phones: ['07700 900456'],
      alsoCalled: ['Amina'],
    });
  });

  it('keeps what is typed where nobody takes the other, and says when that was emptied', async () => {
    await edit();
    type('How you know them', 'green bike');
    await changeCustomer(shop.deps, mrsKhan.id, { cue: '' });
    expect(
      await screen.findByText(/^Noted elsewhere meanwhile: an answer was taken away\./),
    ).toBeDefined();
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect((await shop.deps.db.customers.get(mrsKhan.id))?.cue).toBe('green bike');
  });

  it('leaves the likes that were added elsewhere, and those deleted there gone', async () => {
    await edit();
    press('Add one');
    const [, added] = screen.getAllByLabelText('What you found out');
    if (added === undefined) throw new Error('It has a field for it');
    fireEvent.input(added, { target: { value: 'No nuts' } });
    const elsewhere = [{ text: 'Likes quail', day: day('2026-06-02') }];
    await changeCustomer(shop.deps, mrsKhan.id, { preferences: elsewhere });
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    const customer = await shop.deps.db.customers.get(mrsKhan.id);
    const texts = customer?.preferences.map(({ text }) => text).filter((text) => text !== '');
    expect(texts).toEqual(['No nuts', 'Likes quail']);
  });

  it('goes on with what was typed another time, over what was noted since', async () => {
    await edit();
    type('Also called', 'Amina');
    type('Note for yourself', 'Asked about suet.');
    cleanup();
    await changeCustomer(shop.deps, mrsKhan.id, {
      phones: ['07700 900456'],
      alsoCalled: ['Mina'],
    });
    await edit();
    expect(phones()).toEqual(['07700 900456']);
    expect(screen.getByText(/^Noted elsewhere meanwhile: .*Mina\./)).toBeDefined();
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    expect(await shop.deps.db.customers.get(mrsKhan.id)).toMatchObject({
      phones: ['07700 900456'],
      alsoCalled: ['Amina'],
      note: 'Asked about suet.',
    });
  });

  it('says that the calendar has no 31 February, and keeps all that was typed', async () => {
    await edit();
    type('Phone', '07700 900123');
    type('Day', '31');
    fireEvent.change(screen.getByLabelText('Month'), { target: { selectedIndex: 2, value: '2' } });
    save();
    expect(await screen.findByText(/There is no such date/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Phone').value).toBe('07700 900123');
    expect(await shop.deps.db.customers.get(mrsKhan.id)).toMatchObject({
      phones: [],
      birthday: '06-19',
    });
  });

  it('asks for a name, and for a day that is not still to come', async () => {
    await edit();
    type('Name', ' ');
    type('Noted on', '2026-07-01');
    save();
    expect(await screen.findByText(/Type a name/)).toBeDefined();
    expect(screen.getByText(/1 July is in the future/)).toBeDefined();
    expect(shop.went).toEqual([]);
  });

  it('keeps each letter, so that closing the tab loses nothing, and says so', async () => {
    await edit();
    type('Note for yourself', 'Asked about suet.');
    cleanup();
    await edit();
    expect(screen.getByText(/You had not finished/)).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note for yourself').value).toBe(
      'Asked about suet.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Note for yourself').value).toBe('');
  });

  it('tells the shell that something is half-typed, and that it no longer is', async () => {
    await edit();
    expect(isAnyFormDirty()).toBe(false);
    type('Phone', '0');
    await waitFor(() => expect(isAnyFormDirty()).toBe(true));
    cleanup();
    await waitFor(() => expect(isAnyFormDirty()).toBe(false));
  });

  it('adds somebody new with nothing but a name, and leads to the page', async () => {
    shop.show(<NewCustomerScreen />);
    await screen.findByText('A new person');
    type('Name', 'Tom R.');
    save();
    await waitFor(() => expect(shop.went).toHaveLength(1));
    const customers = await shop.deps.db.customers.toArray();
    expect(customers.map((customer) => customer.name)).toEqual(['Mrs Khan', 'Tom R.']);
  });
});

async function edit(): Promise<void> {
  shop.show(<EditCustomerScreen id={mrsKhan.id} />);
  await screen.findByText('About Mrs Khan');
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function phones(): readonly string[] {
  return screen.getAllByLabelText<HTMLInputElement>(/^Phone( \d)?$/).map(({ value }) => value);
}

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function save(): void {
  const [first] = screen.getAllByRole('button', { name: 'Save' });
  const form = first?.closest('form') ?? document.querySelector('form');
  if (form === null) throw new Error('No form');
  fireEvent.submit(form);
}
