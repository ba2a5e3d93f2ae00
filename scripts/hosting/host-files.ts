// The files by which hosts learn what to send. All of them are made from the one list of headers
// and the one list of addresses.

/**
 * The page for addresses deeper than the app's folder, itself in a folder so that its address is
 * plain.
 */
export const deepPage = 'open/index.html';

/** Built files carry a hash in their name and never change. */
export const assetCaching = 'public, max-age=31536000, immutable';

export interface HostFacts {
  readonly headers: Readonly<Record<string, string>>;
  /** What the app's deeper addresses begin with. */
  readonly sections: readonly string[];
  readonly deepPageText: string;
}

/** The files for hosts by their paths in the built folder. None is part of the app offline. */
export function hostFiles(facts: HostFacts): Readonly<Record<string, string>> {
  return {
    // Every host shows this one where it finds nothing.
    '404.html': facts.deepPageText,
    // GitHub leaves out files with an underscore otherwise.
    '.nojekyll': '',
    _headers: headersFile(facts),
    _redirects: redirectsFile(facts),
    'vercel.json': vercelFile(facts),
    'host/Caddyfile': caddyFile(facts),
    'host/nginx.conf': nginxFile(facts),
    'host/Dockerfile': dockerFile(),
  };
}

/** Netlify and Cloudflare read the same form. */
function headersFile({ headers }: HostFacts): string {
  const lines = namedHeaders(headers).map(([name, value]) => `  ${name}: ${value}`);
  return `/*\n${lines.join('\n')}\n/assets/*\n  Cache-Control: ${assetCaching}\n`;
}

function redirectsFile({ sections }: HostFacts): string {
  const lines = sections.flatMap((section) => [`/${section}`, `/${section}/*`]);
  return lines.map((from) => `${from} /open/ 200\n`).join('');
}

function vercelFile({ headers, sections }: HostFacts): string {
  const config = {
    trailingSlash: false,
    rewrites: [{ source: `/(${sections.join('|')})/:rest*`, destination: `/${deepPage}` }],
    headers: [
      {
        source: '/(.*)',
        headers: namedHeaders(headers).map(([key, value]) => ({ key, value })),
      },
      { source: '/assets/(.*)', headers: [{ key: 'Cache-Control', value: assetCaching }] },
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function caddyFile({ headers, sections }: HostFacts): string {
  const lines = namedHeaders(headers).map(([name, value]) => `\t\t${name} "${value}"`);
  const addresses = sections.flatMap((section) => [`/${section}`, `/${section}/*`]);
  return `# The first line is the address; with a name of your own Caddy gets the certificate itself.
{$REGULARS_ADDRESS:localhost}

root * {$REGULARS_FOLDER:/srv}
encode gzip
header {
${lines.join('\n')}
\t\tCache-Control "no-cache"
}
@built path /assets/*
header @built Cache-Control "${assetCaching}"
@deep path ${addresses.join(' ')}
rewrite @deep /${deepPage}
file_server
handle_errors {
\trewrite * /404.html
\tfile_server
}
`.replaceAll('\t\t', '\t');
}

function nginxFile({ headers, sections }: HostFacts): string {
  const lines = namedHeaders(headers).map(
    ([name, value]) => `  add_header ${name} "${value}" always;`,
  );
  return `# Stands inside \`http { … }\`. Put your certificate and your name into it.
map $uri $regulars_caching {
  ~^/assets/ "${assetCaching}";
  default "no-cache";
}
server {
  listen 443 ssl;
  server_name regulars.example;
  ssl_certificate /etc/ssl/regulars.pem;
  ssl_certificate_key /etc/ssl/regulars.key;
  root /srv/regulars;
  gzip on;
  gzip_types text/css text/javascript application/javascript application/manifest+json image/svg+xml;
${lines.join('\n')}
  add_header Cache-Control $regulars_caching always;
  error_page 404 /404.html;
  location ~ ^/(?:${sections.join('|')})(?:/|$) {
    rewrite ^ /${deepPage} break;
  }
}
`;
}

function dockerFile(): string {
  return `# In the folder that the zip was unpacked in:
#   docker build -t regulars -f host/Dockerfile .
#   docker run -p 80:80 -p 443:443 -v regulars:/data -e REGULARS_ADDRESS=shop.example regulars
FROM caddy:2-alpine
COPY host/Caddyfile /etc/caddy/Caddyfile
COPY . /srv
`;
}

/** Headers as they are usually written: `Content-Security-Policy`. */
function namedHeaders(
  headers: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(headers).map(([name, value]) => [
    name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    value,
  ]);
}
