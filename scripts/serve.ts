// Serves the built app the way a host should: these headers are part of the product's promise
// that nothing leaves the device, so the tests run against this same server.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { safetyHeaders } from '#platform/lifecycle/host-headers.ts';
import { startScriptSource } from './hosting/start-page.ts';
import { assetCaching, deepPage } from './hosting/host-files.ts';

/** Where `npm run build` puts the app, or the folder of another build that is to be looked at. */
export const builtApp =
  process.env['REGULARS_DIST'] ?? fileURLToPath(new URL('../dist', import.meta.url));

/** A server that is listening: its address (no slash at the end) and the way to end it. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  /** Serves another folder from now on, without a moment in which nobody answers. */
  readonly turnTo: (root: string) => void;
  readonly stop: () => Promise<void>;
}

// The headers of every response, the worker's script and the mistakes included.
const headers = safetyHeaders(startScriptSource());

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface ServerOptions {
  readonly root: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** This machine alone, unless another name is given. */
  readonly host?: string;
  /** Answers what is no file of the app; gives whether it did. */
  readonly answerFirst?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Serves the folder `root`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  let { root } = options;
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (options.answerFirst?.(request, response) !== true) void answer(root, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? 'localhost', resolve);
  });
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const turnTo = (next: string) => {
    root = next;
  };
  return { address: `http://localhost:${port}`, port, turnTo, stop };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  const path = pathOf(request.url ?? '/');
  if (path === null) return end(response, 400);
  const file = path === '/' ? '/index.html' : extname(path) === '' ? `/${deepPage}` : path;
  const body = await readFile(join(root, file)).catch(() => null);
  if (body === null) return end(response, 404);
  response.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
  response.setHeader('cache-control', cacheRule(file));
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The path inside the root, or null when the address is malformed or climbs out of it. */
function pathOf(url: string): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    return path.startsWith(sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/** Built files carry a hash in their name and never change; all others are asked for anew. */
function cacheRule(file: string): string {
  return file.startsWith('/assets/') ? assetCaching : 'no-cache';
}

function end(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.setHeader('cache-control', 'no-cache');
  response.end(`${status}\n`);
}
