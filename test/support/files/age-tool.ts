// The age tool, where it is installed: it asks for a phrase only on a terminal, so it gets one of
// its own from Python.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the tool, and the terminal to run it in, are here. */
export const hasAge = ['age', 'python3'].every((tool) => spawnSync('which', [tool]).status === 0);

// Answers the first question on a terminal of its own with the phrase.
const answering = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp('age', ['age', '-d', '-o', sys.argv[3], sys.argv[1]])
os.read(terminal, 1000)
os.write(terminal, (sys.argv[2] + chr(10)).encode())
try:
    while os.read(terminal, 1000): pass
except OSError: pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

/** What `age -d` makes of the file at `path` when it is told `phrase`. */
export function openWithAge(path: string, phrase: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-age-'));
  const out = join(folder, 'opened');
  const run = spawnSync('python3', ['-c', answering, path, phrase, out], { timeout: 30_000 });
  if (run.status !== 0) throw new Error(`age did not open it: ${run.stderr.toString()}`);
  const opened = readFileSync(out);
  rmSync(folder, { recursive: true });
  return opened;
}
