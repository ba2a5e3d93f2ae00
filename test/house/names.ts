// Which words the code may not use: private words that a stranger had to learn, and shop words or
// machinery on a floor that must not know them. names.test.ts holds every declared name against it.

/** Words that are no part of any declared name, each with the word of the field in its place. */
export const goneWords: Readonly<Record<string, string>> = {
  allotted: 'allocated',
  barrier: 'exclusion',
  belief: 'fitted model',
  beliefs: 'fitted model',
  breath: 'yield',
  canary: 'integrity marker',
  comers: 'visitors',
  comings: 'visit times',
  deed: 'action',
  deeds: 'actions',
  desk: 'counter store',
  doing: 'insights',
  fewest: 'min',
  forgetting: 'erasure',
  hall: 'shell context',
  hear: 'subscribe, on…',
  heard: 'subscribe, on…',
  hears: 'subscribe, on…',
  joins: 'merge',
  keeping: 'storage',
  laid: 'saved, staged',
  landing: 'temporary shop',
  lay: 'save, set',
  longest: 'max',
  lookout: 'forecaster',
  lot: 'hold-out',
  nobody: 'anonymous, none',
  occasion: 'trigger',
  outlook: 'forecast',
  patience: 'timeout',
  purse: 'budget',
  rot: 'corruption',
  rotten: 'corrupt',
  somebody: 'customer',
  strangers: 'new customers',
  tell: 'emit, notify',
  tells: 'emits, notifies',
  tidy: 'clean up',
  torn: 'inconsistent',
};

/** Names that are gone, each with the one that took its place. */
export const goneNames: Readonly<Record<string, string>> = {
  CopyStanding: 'BackupOverview',
  Desk: 'CounterStore',
  FolderStanding: 'FolderStatus',
  Hall: 'ShellContext',
  Outlook: 'CustomerForecast',
  Place: 'RowContext',
  Target: 'ResolvedCustomer',
  bestUse: 'maximiseValue',
  blankCard: 'blankCustomer',
  bringIn: 'importList',
  filledFrom: 'withGapsFilled',
  groundOf: 'readVisitContext',
  importRowsOf: 'buildImportRows',
  keepFreshSnapshot: 'reuseOrTakeSnapshot',
  kindsOf: 'segmentsOf',
  layDown: 'stageInChunks',
  matchOf: 'suggestMapping',
  nearestFirst: 'sortByScore',
  occasionsOf: 'triggersOf',
  openDaysOf: 'businessClockOf',
  ownersBarOf: 'ownerOptOut',
  planList: 'planImport',
  previewList: 'previewImport',
  problemWriting: 'executeSafely',
  promisedIn: 'committedIn',
  pushedHistory: 'appendVisit',
  putDraft: 'insertDraft',
  putLastVisit: 'insertVisit',
  readList: 'parseFile',
  readOutside: 'detectEncoding',
  readPickedList: 'parsePickedFile',
  reasonsOf: 'withSupportingReasons',
  shopOf: 'cohortOf',
  stripOf: 'activeVisitView',
  suggestionsFor: 'computeSuggestions',
  whileAlone: 'withLock',
  writePrepared: 'transact',
};

/**
 * Words that only some floors may have in a name, by the floors that may. Nobody below knows what
 * a screen, a request or a database is.
 */
export const wordsOfFloors: Readonly<Record<string, readonly string[]>> = {
  dexie: ['storage', 'app', 'worker.ts'],
  indexeddb: ['storage'],
  outbox: ['app', 'ui'],
  route: ['ui'],
  worker: ['app', 'platform', 'ui', 'main.tsx', 'worker.ts'],
  hlc: ['lib', 'domain', 'schema', 'storage', 'app', 'formats', 'ui'],
  screen: ['ui', 'app', 'platform'],
  // Also of a workbook.
  sheet: ['ui', 'platform', 'formats', 'paper', 'app'],
  button: ['ui', 'i18n'],
  posterior: ['engine'],
  likelihood: ['engine'],
  csv: ['formats', 'app'],
};

/** The most words the glossary of the shop may have. */
export const maxGlossaryWords = 15;
