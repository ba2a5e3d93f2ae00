/** What a day was, once it is over. Figures and names; the words are said elsewhere. */
export interface ClosingNote {
  /** People with a name, each once, and every visit without one. */
  readonly cameIn: number;
  readonly unnamed: number;
  /** Of those with a name, who surely was never here before. */
  readonly firstTime: number;
  readonly brought: readonly { readonly sender: string; readonly person: string }[];
  /** Whom something was handed over to. */
  readonly givenTo: readonly string[];
}
