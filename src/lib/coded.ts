/** A union of one object for each code of `Facts`: its `code` and its facts. */
export type Coded<Facts> = {
  [Code in keyof Facts]: { readonly code: Code } & Readonly<Facts[Code]>;
}[keyof Facts];
