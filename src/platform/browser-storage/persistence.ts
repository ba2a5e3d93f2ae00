// Whether the browser may delete the shop when the tablet runs full. Asking is harmless.

/** `persistent`: never cleared by itself. `unknown`: this browser does not say. */
export type PersistenceState = 'persistent' | 'not-persistent' | 'unknown';

export interface Persistence {
  readonly state: () => Promise<PersistenceState>;
  readonly ask: () => Promise<PersistenceState>;
}

export const browserPersistence: Persistence = {
  state: () => stateFrom((storage) => storage.persisted()),
  ask: () => stateFrom((storage) => storage.persist()),
};

async function stateFrom(
  query: (storage: StorageManager) => Promise<boolean>,
): Promise<PersistenceState> {
  // Missing outside of secure pages and in old browsers.
  const storage: StorageManager | undefined = navigator.storage;
  if (storage === undefined || typeof storage.persist !== 'function') return 'unknown';
  return (await query(storage)) ? 'persistent' : 'not-persistent';
}
