// The language and country that figures and days are written for: "de-AT". Set once, when the page
// begins to speak; a reload speaks another one.

let current = 'en-GB';

export function locale(): string {
  return current;
}

export function setLocale(next: string): void {
  current = next;
}
