// The shop's own server as `npm run server` runs it, in a process that can be killed.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

export class ServerProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'depot-faults-'));
  /** On the server's screen while it has no shop. */
  foundingWords = '';
  #child: ChildProcess | null = null;
  #port = 0;

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get address(): string {
    return `http://localhost:${this.#port}`;
  }

  /**
   * Starts it, always at the same address; `fileBlocks` of 512 bytes are all that a file may have.
   */
  async start(fileBlocks?: number): Promise<void> {
    const run = [process.execPath, '--import', 'tsx', main];
    const [program = '', ...args] =
      fileBlocks === undefined
        ? run
        : ['sh', '-c', `trap '' XFSZ; ulimit -f ${fileBlocks}; exec "$@"`, 'sh', ...run];
    const env = { ...process.env, PORT: String(this.#port), REGULARS_DATA: this.folder };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    const said = await firstWords(child);
    this.#port = Number(/localhost:(\d+)/.exec(said)?.[1]);
    this.foundingWords = /six words:\s+(\w+(?: \w+){5})/.exec(said)?.[1] ?? '';
  }

  /** Nothing that the process had in mind is done any more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  async clear(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

// It is open once it has said its address; before the shop is founded the six words follow.
function firstWords(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/Its data is in/.test(said)) setTimeout(() => resolve(said), 50);
    });
    child.once('exit', () => reject(new Error(`The server did not start: ${complaint}`)));
  });
}
