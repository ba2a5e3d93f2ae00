// What the service worker does with a file that another app shares with this one: it keeps it and
// sends the page to where lists are imported. Written into the worker as text, so each function
// must lean on nothing around it. The page's side is src/platform/files/shared-file.ts.

interface Asked {
  readonly url: URL;
}

interface Given {
  readonly request: Request;
}

/** Where files are sent, as the manifest says it. */
export const shareAction = './shared';

export const sharedKinds: readonly string[] = [
  'text/csv',
  '.csv',
  'text/vcard',
  'text/x-vcard',
  '.vcf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsx',
];

export function isSharedFile({ url }: Asked): boolean {
  return url.href === new URL('./shared', location.href).href;
}

export async function keepSharedFile({ request }: Given): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const file = form?.get('file');
  if (file instanceof File) {
    const cache = await caches.open(`shared-${new URL('./', location.href).href}`);
    const headers = {
      'content-type': file.type,
      'x-file-name': encodeURIComponent(file.name),
      'x-shared-at': String(Date.now()),
    };
    await cache.put('shared-file', new Response(file, { headers }));
  }
  return Response.redirect(new URL('./shop/bring-in', location.href).href, 303);
}
