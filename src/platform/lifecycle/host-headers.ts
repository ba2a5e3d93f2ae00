// What a host should send with every answer, and whether it does. The one list of these headers:
// the server of the tests, the page's own policy and every file for hosts are made from it.

import { appFolder } from '#platform/app-folder.ts';

/** All that a policy in the page itself can say; `scriptSource` admits the script in the page. */
export function pagePolicy(scriptSource: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptSource}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** The headers by their names in lower case. */
export function safetyHeaders(scriptSource: string): Readonly<Record<string, string>> {
  return { 'content-security-policy': fullPolicy(pagePolicy(scriptSource)), ...otherHeaders() };
}

/** The names of the headers that are missing or say less than they should. */
export function weakHeaders(sent: Headers, policyOfPage: string): readonly string[] {
  const expected = { 'content-security-policy': fullPolicy(policyOfPage), ...otherHeaders() };
  return Object.entries(expected)
    .filter(([name, value]) => !saysAll(sent.get(name) ?? '', value))
    .map(([name]) => name);
}

/**
 * The headers that this app's host sends with its page, or null where the host cannot be reached. A
 * page from the service worker's store would only say what was sent once.
 */
export async function fetchHostHeaders(): Promise<Headers | null> {
  const page = await fetch(`${appFolder}?${uncachedParam}`, { cache: 'no-store' }).catch(
    () => null,
  );
  return page?.ok === true ? page.headers : null;
}

/** The policy that stands in the page itself; empty while the app is worked on. */
export function policyInPage(): string {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return meta?.getAttribute('content') ?? '';
}

/** The one search parameter with which the service worker does not answer for the page. */
export const uncachedParam = 'host';

function fullPolicy(inPage: string): string {
  // A page cannot say of itself who may show it.
  return `${inPage}; frame-ancestors 'none'`;
}

function otherHeaders(): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
  };
}

const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

function saysAll(sent: string, expected: string): boolean {
  const parts = new Set(partsOf(sent));
  return partsOf(expected).every((part) => parts.has(part));
}

function partsOf(value: string): readonly string[] {
  return value
    .split(/[;,]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
}
