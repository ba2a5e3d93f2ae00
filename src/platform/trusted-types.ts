// The only door for script addresses: the content policy forbids all others. Must run before any
// service worker or worker starts, and never pass markup: there is no createHTML on purpose.

import { appFolder } from './app-folder.ts';

interface ScriptUrlPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

const allowed = import.meta.env.DEV
  ? /^(sw\.js|dev-sw\.js|assets\/[\w.-]+\.js|src\/[\w./-]+\.ts|@[\w./-]+|node_modules\/.+)$/
  : /^(sw\.js|assets\/[\w.-]+\.js)$/;

/** Admits the service worker and our own built scripts of this folder, and throws for all else. */
function createScriptURL(url: string): string {
  const address = new URL(url, location.href);
  const isOurs = address.origin === location.origin && address.pathname.startsWith(appFolder);
  if (isOurs && allowed.test(address.pathname.slice(appFolder.length))) return address.href;
  throw new TypeError(`not one of our scripts: ${address.pathname}`);
}

function hasTrustedTypes(scope: object): scope is { trustedTypes: ScriptUrlPolicies } {
  return 'trustedTypes' in scope && typeof scope.trustedTypes === 'object';
}

const scope: object = globalThis;
if (hasTrustedTypes(scope)) scope.trustedTypes.createPolicy('default', { createScriptURL });
