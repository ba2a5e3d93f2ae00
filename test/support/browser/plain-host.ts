// A host that can do nothing: files in a folder below the root, no headers, no rewrites, and its
// own page where there is no file, or the app's `404.html` as GitHub Pages has it.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { builtApp } from '../../../scripts/serve.ts';

export interface PlainHost {
  readonly origin: string;
  /** Shows another build from now on, as when a newer one is put over it. */
  readonly turnTo: (root: string) => void;
  readonly stop: () => Promise<void>;
}

export interface PlainHostOptions {
  /** The folders that each show the built app, with a slash at both ends. */
  readonly folders: readonly string[];
  /** Whether the app's `404.html` is shown where there is no file. */
  readonly showsNotFoundPage?: boolean;
  /** Another build than the built app. */
  readonly root?: string;
}

/** Serves the folders on this machine until it is stopped. */
export async function startPlainHost(options: PlainHostOptions): Promise<PlainHost> {
  const { folders, showsNotFoundPage = false } = options;
  let { root = builtApp } = options;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const folder = folders.findLast((each) => pathname.startsWith(each));
    const inside = folder === undefined ? null : pathname.slice(folder.length);
    void respond(response, inside);
  });
  async function respond(response: ServerResponse, inside: string | null): Promise<void> {
    const [status, type, body] = await answer(inside);
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  }
  async function answer(
    inside: string | null,
  ): Promise<readonly [number, string, Buffer | string]> {
    if (inside !== null) {
      const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
      const body = await readFile(join(root, file)).catch(() => null);
      if (body !== null) return [200, contentTypes[extname(file)] ?? 'text/plain', body];
      if (showsNotFoundPage) return [404, 'text/html', await readFile(join(root, '404.html'))];
    }
    return [404, 'text/plain', 'No such file.'];
  }
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    origin: `http://localhost:${port}`,
    turnTo: (other) => {
      root = other;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
