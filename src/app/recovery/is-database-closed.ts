/** The database was closed under a running query by another tab or newer code; no bug. */
export function isDatabaseClosed(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseClosedError';
}
