// Contacts that the owner picked on the phone, written as a list with headings that we know: read,
// previewed and undone like any other.

import {
  canPickContacts,
  pickContacts,
  type ContactAddress,
  type PickedContact,
} from '#platform/device/contacts-picker.ts';

/** Whether this device can show its contacts to pick from. */
export function hasPhoneContacts(): boolean {
  return canPickContacts();
}

/** A list of those picked, or null when nobody was. Call straight from a tap. */
export async function pickPhoneContacts(): Promise<File | null> {
  const contacts = await pickContacts();
  return contacts.length === 0
    ? null
    : new File([contactsCsv(contacts)], 'contacts.csv', { type: 'text/csv' });
}

/** `contacts` as a list: a row for each, a column for each of their numbers and addresses. */
export function contactsCsv(contacts: readonly PickedContact[]): string {
  const people = contacts.map(({ name = [], tel = [], email = [], address = [] }) => ({
    name: unique(name).slice(0, 1),
    phones: unique(tel),
    emails: unique(email),
    addresses: unique(address.map(addressText)),
  }));
  const columns = (['name', 'phones', 'emails', 'addresses'] as const).flatMap((field) => {
    const width = Math.max(0, ...people.map((person) => person[field].length));
    return Array.from({ length: width }, (_, at) => ({ field, at }));
  });
  const headings = columns.map(({ field, at }) => headingAt(field, at));
  const rows = people.map((person) => columns.map(({ field, at }) => person[field][at] ?? ''));
  return [headings, ...rows].map((cells) => `${cells.map(quotedCell).join(',')}\r\n`).join('');
}

const headings = {
  name: 'Name',
  phones: 'Phone',
  emails: 'Email',
  addresses: 'Full address',
} as const;

function headingAt(field: keyof typeof headings, at: number): string {
  return at === 0 ? headings[field] : `${headings[field]} ${at + 1}`;
}

function addressText(address: ContactAddress): string {
  const { addressLine = [], city = '', region = '', postalCode = '', country = '' } = address;
  const parts = [...addressLine, city, region, postalCode, country];
  return parts.filter((part) => part.trim() !== '').join(', ');
}

function unique(texts: readonly string[]): readonly string[] {
  const filled = texts.map((text) => text.replaceAll(/\s+/gu, ' ').trim());
  return [...new Set(filled)].filter((text) => text !== '');
}

function quotedCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
