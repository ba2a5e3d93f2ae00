// A line that breaks after so many bytes, in either direction, however often one is opened.
import { createServer, connect, type Server, type Socket } from 'node:net';

export interface CutLine {
  readonly address: string;
  /** How many lines were cut. */
  readonly cuts: () => number;
  /** From now on the line holds. */
  readonly mend: () => void;
  readonly close: () => void;
}

/** In front of the server at `port`; `bytesUntilCut` is drawn for each line that is opened. */
export async function cutLine(port: number, bytesUntilCut: () => number): Promise<CutLine> {
  let cuts = 0;
  let isWhole = false;
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(port, 'localhost');
    const left = { bytes: bytesUntilCut() };
    const end = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', end);
      from.on('close', () => {
        open.delete(from);
        end();
      });
      from.on('data', (chunk: Buffer) => {
        if (!isWhole && chunk.length > left.bytes) {
          cuts += 1;
          // The first half of it still goes through.
          to.write(chunk.subarray(0, left.bytes), end);
          return;
        }
        left.bytes -= chunk.length;
        to.write(chunk);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const bound = server.address();
  const at = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: `http://localhost:${at}`,
    cuts: () => cuts,
    mend: () => {
      isWhole = true;
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
