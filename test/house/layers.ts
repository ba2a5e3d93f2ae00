// The one table of who may import whom; layers.test.ts turns it into rules. An arrow that is not
// here does not exist: to add one, draw it on the picture in CONTRIBUTING.md first, pointing down.

/** Each layer and the layers it may import; a layer may always import itself. */
export const mayImport = {
  lib: [],
  domain: ['lib'],
  i18n: ['domain', 'lib'],
  engine: ['domain', 'lib'],
  schema: ['domain', 'lib'],
  // Carries its own frozen row types; never today's.
  'schema/migrations': ['lib'],
  platform: ['lib'],
  formats: ['schema', 'domain', 'lib'],
  paper: ['domain', 'lib'],
  storage: ['schema', 'domain', 'lib'],
  sample: ['domain', 'lib'],
  app: ['storage', 'formats', 'paper', 'engine', 'sample', 'schema', 'platform', 'domain', 'lib'],
  'ui/messages.ts': ['i18n'],
  // The addresses that screens link to, below the folder that the app lies in.
  'ui/routes.ts': ['platform', 'domain', 'lib'],
  'ui/parts': ['ui/messages.ts', 'i18n', 'domain', 'lib'],
  'ui/print': ['ui/messages.ts', 'paper', 'i18n', 'domain', 'lib'],
  'ui/hooks': ['ui/routes.ts', 'app', 'domain', 'lib'],
  'ui/screens': [
    'ui/messages.ts',
    'ui/routes.ts',
    'ui/parts',
    'ui/print',
    'ui/hooks',
    'app',
    'paper',
    'i18n',
    'domain',
    'lib',
  ],
  'ui/shell': [
    'ui/messages.ts',
    'ui/routes.ts',
    'ui/parts',
    'ui/print',
    'ui/hooks',
    'ui/screens',
    'app',
    'i18n',
    'domain',
    'lib',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Packages that only some places may import; every other package in src is open to all. */
export const packageHomes = {
  'age-encryption': ['platform'],
  dexie: ['storage'],
  'fake-indexeddb': [],
  fflate: ['formats'],
  preact: ['ui', 'main.tsx'],
  uqr: ['ui'],
  'workbox-window': ['platform'],
  valibot: ['schema'],
} as const satisfies Record<string, readonly string[]>;

/** The files that nothing imports: where the page and the worker begin. */
export const entries = ['main.tsx', 'worker.ts'] as const;
