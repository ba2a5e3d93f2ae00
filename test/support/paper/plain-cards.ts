import type { CardContent } from '#paper/cards/card-panels.ts';

/** Five cards: one of each front, and one with hard words. */
export const plainCards: readonly CardContent[] = (
  [
    ['thank-you', 'Mrs Khan', ['Thank', 'you']],
    ['welcome', 'Tom R.', ['A warm', 'welcome']],
    ['birthday', 'Joan Price', ['Happy', 'birthday']],
    ['good-to-see-you', 'Mr Okoro', ['Good to', 'see you']],
    ['welcome', 'فاطمة الزهراء', ['Herzlich', 'willkommen']],
  ] as const
).map(([front, name, greeting], number) => ({
  key: `card ${number}`,
  front,
  greeting,
  shop: 'Pell & Daughter',
  back: [`Made for ${name}`, 'at the counter of', 'Pell & Daughter'],
  inside: 'Thank you for coming so often.',
}));
