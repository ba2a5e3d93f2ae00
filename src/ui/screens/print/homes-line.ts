import type { LetterPerson } from '#app/print/letter-people.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { m } from '#ui/messages.ts';

/** How many people these letters are for. */
export function peopleIn(letters: readonly LetterPerson[]): number {
  return letters.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** For whom a letter is on the sheets: those whose address is `tooLong` are not. */
export function idsPrinted(
  letters: readonly LetterPerson[],
  tooLong: readonly unknown[],
): readonly CustomerId[] {
  return letters.filter((letter) => !tooLong.includes(letter)).flatMap(({ ids }) => ids);
}

/** Says that people of one home share a letter, where some do. */
export function homesLine(people: number, letters: number): readonly string[] {
  return people > letters ? [m.print_homes({ people, homes: letters })] : [];
}
