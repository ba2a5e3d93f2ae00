declare const idKind: unique symbol;

/** Text that is an id of one kind and of no other. */
export type Id<Kind extends string> = string & { readonly [idKind]: Kind };

/** The id spelled by `text`, for ids just made or read from a row. */
export function idFrom<Kind extends string>(text: string): Id<Kind> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the kind tells ids apart, any text may be one
  return text as Id<Kind>;
}
