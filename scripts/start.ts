// Serves the built app on this machine. The port is part of the address the browser keeps the shop
// under, so a busy port is an error and never quietly another port.
import { builtApp, startServer } from './serve.ts';

const port = Number(process.env['PORT'] ?? 4173);

try {
  const { address } = await startServer({ root: builtApp, port });
  process.stdout.write(`\nRegulars is open at ${address}\nPress Ctrl+C to close it.\n`);
} catch (problem) {
  const why = problem instanceof Error ? problem.message : String(problem);
  process.stderr.write(`Regulars could not be served on port ${port}: ${why}\n`);
  process.stderr.write('Close what uses that port, or choose another: PORT=4180 npm start\n');
  process.exitCode = 1;
}
