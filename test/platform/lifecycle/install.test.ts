// On an iPhone or iPad a shop may only be kept by the app on the home screen. Every browser there,
// and both ways in which an installed app can be known.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserInstall, type InstallState } from '#platform/lifecycle/install.ts';

const safari = 'Version/18.5 Mobile/15E148 Safari/604.1';
const agents = {
  iPhone: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${safari}`,
  iPad: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) ${safari}`,
  iPadChrome:
    'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  android:
    'Mozilla/5.0 (Linux; Android 15; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
} as const;

interface Case {
  readonly what: string;
  readonly agent: keyof typeof agents;
  readonly touches: number;
  /** Safari's own word; undefined in browsers without it. */
  readonly standalone?: boolean;
  readonly display: 'browser' | 'standalone';
  readonly state: InstallState;
}

const cases: readonly Case[] = [
  {
    what: 'a tab on an iPhone',
    agent: 'iPhone',
    touches: 5,
    standalone: false,
    display: 'browser',
    state: 'manual',
  },
  {
    what: 'a tab on an iPad, which calls itself a Mac',
    agent: 'iPad',
    touches: 5,
    display: 'browser',
    state: 'manual',
  },
  {
    what: 'a tab of another browser on an iPad',
    agent: 'iPadChrome',
    touches: 5,
    display: 'browser',
    state: 'manual',
  },
  {
    what: 'the app on an iPad’s home screen',
    agent: 'iPad',
    touches: 5,
    standalone: true,
    display: 'standalone',
    state: 'installed',
  },
  { what: 'a tab on a Mac', agent: 'mac', touches: 0, display: 'browser', state: 'no' },
  { what: 'a tab on Android', agent: 'android', touches: 5, display: 'browser', state: 'no' },
];

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('whether a shop may begin here', () => {
  it.each(cases)('$what: $state', ({ agent, touches, standalone, display, state }) => {
    vi.stubGlobal('navigator', {
      userAgent: agents[agent],
      maxTouchPoints: touches,
      ...(standalone === undefined ? {} : { standalone }),
    });
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes(display) }));
    expect(browserInstall().state()).toBe(state);
  });
});
