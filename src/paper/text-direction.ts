import type { Direction } from './marks.ts';

/** From which side `text` is read: by its first letter that has a side at all. */
export function textDirection(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && isFromRight(letter) ? 'rtl' : 'ltr';
}

/** Whether there is a letter of a script that is read from the right. */
export function isFromRight(text: string): boolean {
  return fromRight.test(text);
}

const fromRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
