// The browser's printer. The paper size is a constructed style sheet: the content policy allows no
// style in the page, and not every browser can choose a page rule by class. Never says that paper
// came out: no browser can know.

/** In millimetres. */
export interface PrintedSize {
  readonly w: number;
  readonly h: number;
}

/** Makes printed pages this size, until the returned function is called. */
export function setPageSize({ w, h }: PrintedSize): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${w}mm ${h}mm; margin: 0 }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/**
 * Resolves once `fonts` are there, and every font in use: text measured before would move
 * afterwards. A font that cannot be fetched has another in its place.
 */
export async function loadFonts(fonts: readonly string[], letters: string): Promise<void> {
  await Promise.allSettled(fonts.map((font) => document.fonts.load(font, letters)));
  await document.fonts.ready;
}

/** Opens the system's print sheet and resolves when it lets go of the page. */
export async function printPage(): Promise<void> {
  await document.fonts.ready;
  print();
}
