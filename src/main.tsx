import './platform/missing-array-methods.ts';
import './platform/trusted-types.ts';
import './ui/style/colours.css';
import './ui/style/sizes.css';
import './ui/style/base.css';
import './ui/style/line.css';
import './ui/style/type.css';
import { render } from 'preact';
import type { Environment } from './app/environment.ts';
import { workerClient } from './app/worker/client.ts';
import { deviceZone, systemClock } from './platform/device/clock.ts';
import { randomIds } from './platform/crypto/ids.ts';
import { browserInstall } from './platform/lifecycle/install.ts';
import { browserPersistence } from './platform/browser-storage/persistence.ts';
import { localCurrentShop } from './platform/browser-storage/current-shop.ts';
import {
  changeLanguage,
  storedLanguage,
  storedRegion,
  storeRegion,
} from './platform/device/stored-language.ts';
import { applyStoredTheme, applyTheme } from './platform/device/theme.ts';
import {
  reloadOnChunkError,
  activatedWaitingWorker,
  watchUpdates,
} from './platform/lifecycle/updates.ts';
import { speak, spokenLanguage } from './i18n/catalogue.ts';
import { directionOf, languageFor, localeFor } from './i18n/language/languages.ts';
import { setLocale } from './i18n/language/locale.ts';
import { Shell } from './ui/shell/shell.tsx';

function browserEnvironment(): Environment {
  return {
    clock: systemClock,
    ids: randomIds(systemClock.now),
    pointer: localCurrentShop(),
    persistence: browserPersistence,
    install: browserInstall(),
    updates: watchUpdates(),
    showTheme: applyTheme,
    changeLanguage,
    showRegion,
    workerFor: (db, task) =>
      workerClient(async () => (await import('./thread-for.ts')).threadFor(task), {
        db,
        clock: systemClock,
      }),
    zone: deviceZone(),
    language: navigator.language,
    screenLanguage: spokenLanguage(),
  };
}

async function beginToSpeak(): Promise<void> {
  const language = languageFor(storedLanguage(), navigator.languages);
  const root = document.documentElement;
  root.lang = language;
  root.dir = directionOf(language);
  await speak(language, localeFor(language, navigator.languages, storedRegion()));
}

function showRegion(region: string): void {
  storeRegion(region);
  setLocale(localeFor(spokenLanguage(), navigator.languages, region));
}

// In a function: had this script to wait itself, Safari before 27 might run those that need it
// before it is through (WebKit bug 242740).
async function start(): Promise<void> {
  await beginToSpeak();
  // A waiting version is taken here, before anything of the shop is open, or not until the
  // shopkeeper says so.
  const host = document.getElementById('app');
  if (host !== null && !(await activatedWaitingWorker()))
    render(<Shell device={browserEnvironment()} />, host);
}

applyStoredTheme();
reloadOnChunkError();
void start();
