// The phone's own list of contacts, out of which the owner picks some. The app never sees the rest.
// Only Android has it; everywhere else there is nothing to press.

/** One contact, with all that it holds of what was asked for. */
export interface PickedContact {
  readonly name?: readonly string[];
  readonly tel?: readonly string[];
  readonly email?: readonly string[];
  readonly address?: readonly ContactAddress[];
}

export interface ContactAddress {
  readonly addressLine?: readonly string[];
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

type ContactProperty = keyof PickedContact;

interface ContactsManager {
  readonly getProperties: () => Promise<readonly string[]>;
  readonly select: (
    properties: readonly ContactProperty[],
    options: { readonly multiple: boolean },
  ) => Promise<readonly PickedContact[]>;
}

declare global {
  interface Navigator {
    readonly contacts?: ContactsManager;
  }
}

const wanted: readonly ContactProperty[] = ['name', 'tel', 'email', 'address'];

export function canPickContacts(): boolean {
  return typeof navigator.contacts?.select === 'function';
}

/** Shows the phone's picker; nobody when it was closed. Call straight from a tap. */
export async function pickContacts(): Promise<readonly PickedContact[]> {
  const { contacts } = navigator;
  if (contacts === undefined) return [];
  try {
    const known = await contacts.getProperties();
    const properties = wanted.filter((property) => known.includes(property));
    return await contacts.select(properties, { multiple: true });
  } catch {
    return [];
  }
}
