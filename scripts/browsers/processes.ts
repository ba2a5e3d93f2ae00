// Programs that are started as a family of their own and ended with all they started, whenever this
// program ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(endFamily));

export interface Started {
  readonly child: ChildProcess;
  /** Resolves when all of it has ended. */
  readonly kill: () => Promise<void>;
  /** What it wrote so far, for the day it does not start. */
  readonly said: () => string;
}

export function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    child,
    kill: async () => {
      endFamily(child);
      await ended;
      running.delete(child);
    },
    said: () => said,
  };
}

/** Where a program lies that is installed here; null when none of the names is. */
export function installed(...names: readonly string[]): string | null {
  for (const name of names)
    for (const folder of (process.env['PATH'] ?? '').split(delimiter))
      if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function endFamily({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
