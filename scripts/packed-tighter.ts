// Packs what the Counter waits for once more. The bundler's own minifier works fastest, Terser
// after it finds one per cent more, 600 bytes; in all other parts that is 3 kB and not worth the
// time. A file keeps the name that its content had before, which changes whenever the source does.
import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';
import { withoutImporter } from './small-preload.ts';

/** A build that only tests load, where nobody waits for a byte. */
export const unpackedMode = 'unpacked';

/** Runs the first script of a build through Terser. */
export function packedTighter(): Plugin {
  return {
    name: 'packed-tighter',
    apply: (_config, { command, mode }) => command === 'build' && mode !== unpackedMode,
    enforce: 'post',
    generateBundle: {
      // After the bundler has written down what each part needs.
      order: 'post',
      async handler(_options, bundle) {
        const parts = Object.values(bundle).filter((part) => part.type === 'chunk');
        if (!parts.some(holdsDexie)) throw new Error('No part holds Dexie: none would be packed.');
        for (const part of parts) {
          const code = withoutImporter(part.code);
          part.code = holdsDexie(part) ? await packed(code) : code;
        }
      },
    },
  };
}

/** Whether it is the part that the Counter waits for. */
function holdsDexie({ moduleIds }: Rolldown.OutputChunk): boolean {
  return moduleIds.some((id) => id.endsWith('dexie.mjs'));
}

// Dexie calls what is its own by names that begin with one underscore, and nothing outside of the
// first part asks for them. Those that it also says as texts keep theirs.
const ownOfDexie = {
  regex: /^_[a-z]/,
  reserved: ['_vip', '_createTransaction', '_cache'],
};

// Once more finds what the time before only laid bare.
async function packed(code: string): Promise<string> {
  return packedOnce(await packedOnce(await packedOnce(code)));
}

async function packedOnce(code: string): Promise<string> {
  const { code: smaller } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 2, ecma: 2020, unsafe_methods: true },
    mangle: { properties: ownOfDexie },
  });
  return smaller ?? code;
}
