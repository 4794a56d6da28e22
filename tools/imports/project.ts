import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseFile } from './parse';
import type { SourceFile } from './rules';

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** The project's file that a specifier means, seen from `path`; undefined for a package. */
function resolve(path: string, specifier: string, known: ReadonlyMap<string, string>): string | undefined {
  if (!/^(@\/|\.)/.test(specifier)) return undefined;
  const target = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(path), specifier);
  return endings.map((ending) => target + ending).find((file) => known.has(file));
}

const packageName = (specifier: string) => /^(node:.+|@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier;

const packagesOf = (specifiers: string[]) =>
  specifiers.filter((specifier) => !/^(@\/|\.)/.test(specifier)).map(packageName);

/**
 * Reads source files and links their imports.
 * @param sources the files' texts by path from the project's root, with `/`
 */
export function readSources(sources: ReadonlyMap<string, string>): SourceFile[] {
  return [...sources].map(([path, source]) => {
    const parsed = parseFile(path, source);
    const present = (file: string | undefined): file is string => file !== undefined;
    const filesOf = (specifiers: string[]) => [
      ...new Set(specifiers.map((specifier) => resolve(path, specifier, sources)).filter(present)),
    ];
    return {
      ...parsed,
      path,
      files: filesOf(parsed.imports),
      runtimeFiles: filesOf(parsed.runtimeImports),
      packages: packagesOf(parsed.imports),
      runtimePackages: packagesOf(parsed.runtimeImports),
    };
  });
}

const folders = ['app', 'components', 'lib', 'server', 'e2e', 'bench', 'tools'];

/** The sources of the project in a folder, by their path from it: what is TypeScript, and what runs in production. */
export function sourcesIn(root: string): Map<string, string> {
  const below = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    );
  const paths = [...readdirSync(root), ...below].filter(
    // *.as.ts is AssemblyScript, which only its own compiler reads.
    (path) => /\.tsx?$|^server[/\\].*\.mjs$|^next\.config\.js$/.test(path) && !/\.(d|config|as)\.ts$/.test(path),
  );
  return new Map(paths.sort().map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]));
}
