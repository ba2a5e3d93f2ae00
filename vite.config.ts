import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { uncachedParam } from '#platform/lifecycle/host-headers.ts';
import { builtTogether } from './scripts/built-together.ts';
import { findChromium, testArgs } from './scripts/chromium.ts';
import { deepPage } from './scripts/hosting/host-files.ts';
import {
  isSharedFile,
  keepSharedFile,
  shareAction,
  sharedKinds,
} from './scripts/hosting/keep-shared-file.ts';
import { hosting } from './scripts/hosting/hosting.ts';
import { messagesOnSave } from './scripts/messages.ts';
import { packedTighter } from './scripts/packed-tighter.ts';
import { smallDexie } from './scripts/small-dexie.ts';
import { smallPreload } from './scripts/small-preload.ts';
import { areaFilesOf, splitWords } from './scripts/words/split-words.ts';
import { isNight } from './test/support/values/runs.ts';

// Only the tests need a browser to be found, and unpacked once before several of them start.
const chromium = process.env['VITEST'] ? await findChromium() : null;

// Days and stories must come out the same wherever the tablet stands: each project stands somewhere
// else, and `npm run night` takes each of those places for what knows days and hours.
const allZones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles'] as const;

function inZones(name: string, zone: (typeof allZones)[number], test: object) {
  const others = isNight ? allZones.filter((each) => each !== zone) : [];
  return [zone, ...others].map((each) => ({
    extends: true as const,
    test: {
      ...test,
      name: each === zone ? name : `${name}-${each.slice(each.indexOf('/') + 1).toLowerCase()}`,
      env: { TZ: each },
      // Files share a process and what is loaded in it; at night each has its own, so that none
      // leans on another.
      isolate: isNight,
    },
  }));
}

// The package's scrypt is a third of the time of some files; at night they take it.
const quickScrypt = {
  alias: {
    '@noble/hashes/scrypt.js': fileURLToPath(
      new URL('test/support/files/quick-scrypt.ts', import.meta.url),
    ),
  },
  server: { deps: { inline: ['age-encryption'] } },
};

const noKeyPairs = fileURLToPath(new URL('scripts/no-key-pairs.ts', import.meta.url));

// What is checked of the built app.
const afterBuild = ['size', 'release', 'floor'].map((name) => `test/house/${name}.test.ts`);

export default defineConfig({
  // The built app works in any folder of any host: every address in it is relative.
  base: './',
  plugins: [
    messagesOnSave(),
    splitWords(),
    smallDexie(),
    smallPreload(),
    packedTighter(),
    hosting(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      // The patterns below name every file once; a second list could only disagree.
      includeManifestIcons: false,
      manifest: {
        name: 'Regulars',
        short_name: 'Regulars',
        description: 'Know your regulars. Works offline, on this device alone.',
        lang: 'en',
        // Also the identity of the installed app, which is thus another one in every folder: an `id`
        // would be the same for all folders of an origin.
        start_url: './',
        scope: './',
        display: 'standalone',
        orientation: 'any',
        theme_color: '#1E5B4B',
        background_color: '#FBF7F0',
        share_target: {
          action: shareAction,
          method: 'POST',
          enctype: 'multipart/form-data',
          params: { files: [{ name: 'file', accept: [...sharedKinds] }] },
        },
        icons: [
          { src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: './icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: './icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          {
            src: './icons/maskable-192.png',
            sizes: '192x192',
            type: 'image/png',
            purpose: 'maskable',
          },
          {
            src: './icons/maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
      },
      workbox: {
        // A worker that fetches its runtime by importScripts is stopped by our own content policy.
        inlineWorkboxRuntime: true,
        // What it cleans up are files of Workbox before 5, and those of every other app below.
        cleanupOutdatedCaches: false,
        navigateFallback: deepPage,
        // Another folder may hold another app. This one's own is answered from the store.
        navigateFallbackDenylist: [/\/(?:\?|$)/],
        ignoreURLParametersMatching: [new RegExp(`^(?!${uncachedParam}$)`)],
        runtimeCaching: [{ urlPattern: isSharedFile, method: 'POST', handler: keepSharedFile }],
        // What only hosts read.
        globIgnores: ['404.html'],
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,ico,webmanifest}'],
      },
    }),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      // The package's own main file is written for browsers of ten years ago and weighs a tenth
      // more.
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^@noble\/(?:post-quantum|curves)\/.*$/, replacement: noKeyPairs },
    ],
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { codeSplitting: { groups: builtTogether() } } },
  },
  build: {
    // The floor (test/house/floor.ts); iOS by itself, for its styles have prefixes of their own.
    target: ['chrome109', 'firefox115', 'safari16.4', 'ios16.4'],
    assetsInlineLimit: 0,
    // Lists of what each part leans on would weigh more on the first screen than they save: all
    // parts are fetched in a quiet moment. Styles and words must be there before a part is shown.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (part, needed) => [
        ...needed.filter((each) => each.endsWith('.css')),
        ...areaFilesOf(part),
      ],
    },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: builtTogether() },
        // What packages tell programmers; the app itself says nothing there.
        minify: { compress: { dropConsole: true }, mangle: true, codegen: true },
      },
    },
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      ...inZones('pure', 'Pacific/Auckland', {
        environment: 'node',
        include: ['test/{lib,domain,schema,engine,formats,paper,sample,i18n}/**/*.test.ts'],
      }),
      {
        extends: true,
        test: {
          name: 'house',
          environment: 'node',
          isolate: isNight,
          include: ['test/house/**/*.test.ts'],
          exclude: afterBuild,
        },
      },
      ...inZones('app', 'America/Los_Angeles', {
        environment: 'node',
        ...(isNight ? {} : quickScrypt),
        setupFiles: ['fake-indexeddb/auto', 'test/support/browser/untouched-tablet.ts'],
        include: ['test/app/**/*.test.ts', 'test/storage/**/*.node.test.ts'],
      }),
      ...inZones('ui', 'UTC', {
        environment: 'happy-dom',
        ...(isNight ? {} : quickScrypt),
        setupFiles: [
          'fake-indexeddb/auto',
          'test/support/browser/untouched-tablet.ts',
          'test/support/browser/clean-page.ts',
        ],
        include: ['test/ui/**/*.test.{ts,tsx}', 'test/platform/**/*.test.ts'],
      }),
      {
        extends: true,
        // Named up front: found during the run they would reload the page under a test.
        optimizeDeps: { include: ['dexie', 'fast-check', 'valibot', 'age-encryption'] },
        test: {
          name: 'storage',
          isolate: isNight,
          include: ['test/storage/**/*.test.ts'],
          exclude: ['test/storage/**/*.node.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: chromium
                ? {
                    executablePath: chromium.executablePath,
                    args: [...chromium.args, ...testArgs()],
                  }
                : {},
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts', ...afterBuild],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser serves all files of a process.
          isolate: isNight,
        },
      },
    ],
  },
});
