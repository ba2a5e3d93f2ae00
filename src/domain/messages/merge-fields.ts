// What a text may leave open for each person, in braces. Anything else in braces is refused before
// the first draft: nobody gets a letter that begins with "{nmae}".

export const mergeFields = ['name', 'shop', 'day', 'perk'] as const;

export type MergeField = (typeof mergeFields)[number];

export type MergeValues = Readonly<Record<MergeField, string>>;

/** The braces in `text` that are nothing we can fill in, as they stand there, each once. */
export function unknownFields(text: string): readonly string[] {
  const found = [...text.matchAll(/\{([^{}]*)\}/gu)].filter(([, name = '']) => !isField(name));
  const loose = text.replaceAll(/\{[^{}]*\}/gu, '').match(/[{}]/gu) ?? [];
  return [...new Set([...found.map(([brace]) => brace), ...loose])];
}

/** The fields that `text` uses. */
export function fieldsIn(text: string): ReadonlySet<MergeField> {
  return new Set(mergeFields.filter((field) => text.includes(`{${field}}`)));
}

export function withFields(text: string, values: MergeValues): string {
  return text.replaceAll(/\{([^{}]*)\}/gu, (brace, name: string) =>
    isField(name) ? values[name] : brace,
  );
}

function isField(name: string): name is MergeField {
  return mergeFields.some((field) => field === name);
}
