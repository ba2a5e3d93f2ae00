// The browser's printer. The paper size is a constructed style sheet: the content policy allows no
// style in the page, and not every browser can choose a page rule by class. Never says that paper
// came out: no browser can know.

export type PaperSize = 'a4' | 'letter';

const pageRules: Readonly<Record<PaperSize, string>> = {
  a4: '@page { size: A4 portrait; margin: 0 }',
  letter: '@page { size: Letter portrait; margin: 0 }',
};

/** Makes printed pages this size, until the returned function is called. */
export function setPaperSize(size: PaperSize): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageRules[size]);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** Resolves once every font in use is loaded: text measured before would move afterwards. */
export async function fontsReady(): Promise<void> {
  await document.fonts.ready;
}

/** Opens the system's print sheet and resolves when it lets go of the page. */
export async function printPage(): Promise<void> {
  await fontsReady();
  print();
}
