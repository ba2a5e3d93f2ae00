// How many text messages a text is: a part holds 160 letters of the plain alphabet and 70 of any
// other, a few less when there are several.

// Letters beyond ASCII that phones send without making the message twice as long.
const plain = /^[\x20-\x7E\n\r£¥èéùìòÇØøÅåÆæßÉ¡ÄÖÑÜ§¿äöñüà€]*$/u;

export function textParts(text: string): number {
  const [one, each] = plain.test(text) ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / each);
}
