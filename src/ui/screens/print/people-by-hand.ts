import type { HandNoticeProps } from './hand-notice.tsx';

type HandPeople = HandNoticeProps['people'];

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Who is on no sheet: those `leftOut` before, and of `people` those whose address is `tooLong`. */
export function peopleByHand(
  leftOut: HandPeople,
  people: readonly Named[],
  tooLong: readonly unknown[],
): HandPeople {
  const unfitting = people.filter((person) => tooLong.includes(person));
  return [
    ...leftOut,
    ...unfitting.map(({ key, name }) => ({ key, name, why: 'too-long' as const })),
  ];
}
