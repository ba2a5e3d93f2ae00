// Completes package-lock.json for the systems it was not made on: npm leaves out the optional
// packages that it could not see on this machine, and then `npm ci` refuses the lock elsewhere.
// Run it after every `npm install`: npx tsx scripts/lock-platforms.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** The optional packages that the lock asks for and does not hold. */
export function missingPlatforms(lock: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const owner of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const isHeld = Object.keys(lock.packages).some((path) =>
        path.endsWith(`node_modules/${name}`),
      );
      if (!isHeld) missing[`node_modules/${name}`] = entryOf(name, version, owner.dev === true);
    }
  }
  return missing;
}

/** What npm needs to know to leave the package alone on any other system: its name says it all. */
function entryOf(name: string, version: string, isForDevelopment: boolean): LockedPackage {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) =>
    words.some((word) => word === processor || (word === 'armv7' && processor === 'arm')),
  );
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(isForDevelopment ? { dev: true } : {}),
    ...(words.includes('musl') ? { libc: ['musl'] } : {}),
    ...(words.includes('gnu') ? { libc: ['glibc'] } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

function complete(): void {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock: Lock & Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  const packages = { ...lock.packages, ...missingPlatforms(lock) };
  const sorted = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(
    path,
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) complete();
