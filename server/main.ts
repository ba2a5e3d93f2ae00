// `npm run server`: the shop's own server on this machine.
import { fileURLToPath } from 'node:url';
import { appVersion } from '#platform/app-version.ts';
import { builtApp } from '../scripts/serve.ts';
import { startShopServer, type ShopServer } from './shop-server.ts';

const port = Number(process.env['PORT'] ?? 4180);
const host = process.env['HOST'] ?? 'localhost';
const folder =
  process.env['REGULARS_DATA'] ?? fileURLToPath(new URL('../depot-data', import.meta.url));

try {
  const server = await startShopServer({ root: builtApp, folder, port, host, version: appVersion });
  // Said at once: who starts it from a program waits for the words too.
  process.stdout.write(
    `\nRegulars is open at ${server.address}\nIts data is in ${folder}\n${wordsOf(server)}`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
} catch (problem) {
  const why = problem instanceof Error ? problem.message : String(problem);
  process.stderr.write(`The server could not start: ${why}\n`);
  process.exitCode = 1;
}

function wordsOf({ foundingWords }: ShopServer): string {
  if (foundingWords === null) return '';
  const words = foundingWords.replaceAll('-', ' ');
  return `\nOn the first tablet: My shop, Tablets, and these six words:\n\n  ${words}\n\n`;
}
