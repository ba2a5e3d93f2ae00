import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { safetyHeaders } from '#platform/lifecycle/host-headers.ts';
import { addressSections } from '#ui/routes.ts';
import { assetCaching, hostFiles } from '../../scripts/hosting/host-files.ts';
import {
  deepPageText,
  startScript,
  startScriptSource,
  withStartScript,
} from '../../scripts/hosting/start-page.ts';
import { textOf } from './files.ts';

const headers = safetyHeaders(startScriptSource());
const files = hostFiles({ headers, sections: addressSections, deepPageText: deepPageText() });
const page = withStartScript(textOf('index.html'), true);

describe('the files for hosts', () => {
  it.each(['_headers', 'vercel.json', 'host/Caddyfile', 'host/nginx.conf'])(
    '%s says every header as the server of the tests does, and keeps built files for ever',
    (path) => {
      const text = (files[path] ?? '').toLowerCase();
      for (const [name, value] of Object.entries(headers)) {
        expect(text, name).toContain(name);
        expect(text, name).toContain(value.toLowerCase());
      }
      expect(text).toContain(assetCaching);
    },
  );

  it.each(['_redirects', 'vercel.json', 'host/Caddyfile', 'host/nginx.conf'])(
    '%s knows every address of the app',
    (path) => {
      for (const section of addressSections) expect(files[path]).toContain(section);
    },
  );

  it('can be written into such files: no header holds a double quote or a dollar', () => {
    expect(Object.values(headers).filter((value) => /["$\n]/.test(value))).toEqual([]);
  });
});

describe('the pages', () => {
  it.each([
    ['of the app', page],
    ['for deeper addresses', deepPageText()],
  ])('%s carry the policy of the header, before all else that is fetched', (_what, html) => {
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
      html,
    ) ?? ['', ''];
    expect(`${policy}; frame-ancestors 'none'`).toBe(headers['content-security-policy']);
    const before = html.slice(0, html.indexOf('http-equiv'));
    expect(before).not.toMatch(/<(?:link|script|style)/);
    expect(html).toContain(`<script>${startScript()}</script>`);
  });

  it('for deeper addresses ask for no file at all', () => {
    expect(deepPageText()).not.toMatch(/\s(?:src|href)=/);
  });

  it('hold a script that browsers of ten years ago understand', () => {
    expect(() => parse(startScript(), { ecmaVersion: 5 })).not.toThrow();
    expect(() => parse('var a = () => 1', { ecmaVersion: 5 })).toThrow();
  });
});
