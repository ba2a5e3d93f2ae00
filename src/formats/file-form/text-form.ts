// What a text is, by its beginning: most lists are delimited, some are contact cards or web pages.

/** How the rows of a text are found, or what it is instead of a list. */
export type TextForm =
  | 'delimited'
  | 'contact-cards'
  | 'web-page'
  | 'json'
  | 'not-a-table'
  | 'empty';

const headLength = 4096;

/** The form of `text`. */
export function textFormOf(text: string): TextForm {
  const head = text
    .slice(0, headLength)
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (head === '') return text.trim() === '' ? 'empty' : 'delimited';
  if (/^BEGIN:VCARD/iu.test(head)) return 'contact-cards';
  if (/^[[{]\s*["{[\]}]/u.test(head)) return 'json';
  if (/^BEGIN:VCALENDAR|^MIME-Version:|^\{\\rtf|^%!PS/iu.test(head)) return 'not-a-table';
  return /^<(?:\?xml|!doctype|!--|\w+(?::\w+)?[\s>/])/iu.test(head)
    ? markupForm(text)
    : 'delimited';
}

// A first cell in angle brackets is no markup yet.
function markupForm(text: string): TextForm {
  if (/<(?:\w+:)?(?:table|tr)[\s>]/iu.test(text)) return 'web-page';
  return /^\s*\uFEFF?\s*<(?:\?xml|!doctype|!--|html|svg|head|body|rss)/iu.test(text)
    ? 'not-a-table'
    : 'delimited';
}
