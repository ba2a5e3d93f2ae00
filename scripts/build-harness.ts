// Builds what the fault campaigns serve, once before several of them start side by side.
import { buildHarness } from './harness/build.ts';

await buildHarness();
