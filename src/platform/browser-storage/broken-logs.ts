/**
 * Whether this browser may go on writing into a log that a crash cut off: Chromium, the only one
 * that says so much about itself. Firefox and Safari keep databases in SQLite.
 */
export function keepsBrokenLogs(): boolean {
  return typeof navigator !== 'undefined' && 'userAgentData' in navigator;
}
