#!/usr/bin/env node
// Adds stub entries to package-lock.json for optional platform packages that the registry in use did not serve,
// so that `npm ci` of npm 11 accepts the lock file. Usage: node complete-lock.mjs [package-lock.json]
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const platform =
  /(android|darwin|linux|win32|freebsd|openharmony|openbsd|netbsd|sunos|aix)-(arm64|x64|arm|ia32|ppc64|riscv64|s390x|loong64|mips64el)/;
let added = 0;

for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
    const match = name.match(platform);
    lock.packages[`node_modules/${name}`] = {
      version: String(range).replace(/^[\^~]/, ''),
      optional: true,
      ...(entry.dev ? { dev: true } : {}),
      ...(match ? { os: [match[1]], cpu: [match[2]] } : {}),
      ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
