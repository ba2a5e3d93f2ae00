/** What a list is called that was pasted, as text or as a page: it came in no file. */
export const pastedNames = { text: 'pasted.txt', html: 'pasted.html' } as const;
