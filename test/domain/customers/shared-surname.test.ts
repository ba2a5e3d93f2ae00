import { expect, it } from 'vitest';
import { sharedSurnameOf } from '#domain/customers/shared-surname.ts';

it.each([
  [['Mr Khan', 'Mrs Khan'], 'Mr, Mrs + Khan'],
  [['Amina Khan', 'Bilal Khan'], 'A., B. + Khan'],
  [['Anna Khan', 'Adam Khan'], 'Anna, Adam + Khan'],
  [['Jan van der Berg', 'Els van der Berg'], 'J., E. + van der Berg'],
  [['Karl Müller', 'Ute Mueller'], 'K., U. + Müller'],
  [['Tom R.', 'Joan R.'], null],
  [['Khan', 'Amina Khan'], null],
  [['Amina Khan', 'Tom Price'], null],
  [['Amina Khan'], null],
  [['', 'Amina Khan'], null],
])('%j are %s', (names, expected) => {
  const shared = sharedSurnameOf(names);
  expect(shared === null ? null : `${shared.firsts.join(', ')} + ${shared.last}`).toBe(expected);
});
