// Whether the host sends the headers that protect the app. The page protects itself where it can;
// a host that sends them too protects the rest.

import { appVersion } from '#platform/app-version.ts';
import { fetchHostHeaders, policyInPage, weakHeaders } from '#platform/lifecycle/host-headers.ts';

/** `weak`: the headers that are missing or say too little. `unreachable`: nobody answers now. */
export type HostCheck =
  | { readonly kind: 'strong' }
  | { readonly kind: 'weak'; readonly headers: readonly string[] }
  | { readonly kind: 'unreachable' };

/** Asks the app's own address, past everything that is stored of it. */
export async function checkHost(): Promise<HostCheck> {
  const sent = await fetchHostHeaders();
  if (sent === null) return { kind: 'unreachable' };
  const headers = weakHeaders(sent, policyInPage());
  return headers.length === 0 ? { kind: 'strong' } : { kind: 'weak', headers };
}

/** The version of the app that is running. */
export const runningVersion: string = appVersion;
