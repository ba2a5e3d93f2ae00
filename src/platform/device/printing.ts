// The browser's printer behind two small doors. The size of the paper is written as a constructed
// style sheet: the content policy allows no style in the page, and a page rule cannot be chosen by
// a class in every browser. Never says that paper came out: no browser can know.

export type PaperSize = 'a4' | 'letter';

const pageRules: Readonly<Record<PaperSize, string>> = {
  a4: '@page { size: A4 portrait; margin: 0 }',
  letter: '@page { size: Letter portrait; margin: 0 }',
};

/**
 * Makes whatever is printed from now on fill sheets of this size, until the returned function is
 * called.
 */
export function setPaperSize(size: PaperSize): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules[size]);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/**
 * Resolves once every face in use is there: text measured or printed before would stand elsewhere
 * afterwards.
 */
export async function fontsReady(): Promise<void> {
  await document.fonts.ready;
}

/** Opens the system's print sheet and resolves when it lets go of the page. */
export async function printPage(): Promise<void> {
  await fontsReady();
  print();
}
