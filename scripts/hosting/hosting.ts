// Makes a build that works on any host: the start script and the policy in the page, the page for
// deeper addresses, and the files that hosts read.
import type { Plugin } from 'vite';
import { safetyHeaders } from '#platform/lifecycle/host-headers.ts';
import { addressSections } from '#ui/routes.ts';
import { deepPage, hostFiles } from './host-files.ts';
import { deepPageText, startScriptSource, withStartScript } from './start-page.ts';

/** The plugin that does it, also for the page of the development server. */
export function hosting(): Plugin {
  let isBuilt = false;
  return {
    name: 'hosting',
    configResolved({ command }) {
      isBuilt = command === 'build';
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => withStartScript(html, isBuilt),
    },
    generateBundle() {
      if (this.environment.config.consumer !== 'client') return;
      for (const [fileName, source] of Object.entries(builtFiles()))
        this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

function builtFiles(): Readonly<Record<string, string>> {
  const text = deepPageText();
  const facts = {
    headers: safetyHeaders(startScriptSource()),
    sections: addressSections,
    deepPageText: text,
  };
  return { [deepPage]: text, ...hostFiles(facts) };
}
