/** Whether `error` is that of a part of the app that could not be fetched, in the words of each browser. */
export function isPartMissing(error: unknown): boolean {
  return error instanceof Error && /import\w* (?:a )?module|preload CSS/.test(error.message);
}
