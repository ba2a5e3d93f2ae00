import '#platform/trusted-types.ts';
import { render } from 'preact';
import { app_name } from '#i18n/compiled/messages.js';

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js');
}
const host = document.getElementById('app');
if (host)
  render(
    <main>
      <h1>{app_name()}</h1>
    </main>,
    host,
  );
