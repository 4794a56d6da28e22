// Makes the `…-bytes.ts` beside each module of AssemblyScript, out of it and of what it imports. Run it when one of them has changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import { root } from '../server/command.mjs';

/** The modules, each by its place without `.as.ts`. */
export const modules = ['lib/documents/scanner/as/scanner', 'lib/snapshots/compare/as/streaming-diff'];

/** The text of the file with a module's bytes. @param {string} module @returns {Promise<string>} */
export async function makeWasm(module) {
  const name = basename(module);
  const source = `${module}.as.ts`;
  /** @type {Uint8Array | undefined} */
  let wasm;
  const { error, stderr } = await asc.main(
    [source, '-O3', '--runtime', 'minimal', '--enable', 'simd', '--noAssert', '--use', 'abort=', '-o', 'wasm'],
    {
      // The compiler asks for files that may be there; its own library it has within.
      readFile: (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null),
      writeFile: (file, contents) => {
        if (file === 'wasm') wasm = /** @type {Uint8Array} */ (contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !wasm) throw new Error(`${source} does not compile: ${stderr.toString()}`, { cause: error });
  const text = Buffer.from(wasm).toString('base64');
  const lines = text.match(/.{1,110}/g) ?? [];
  const constant = `${name.replace(/-./g, ([, letter = '']) => letter.toUpperCase())}Bytes`;
  return [
    `// Made by tools/make-wasm.mjs of ${name}.as.ts. Do not edit.`,
    '',
    `/** ${name}.as.ts as WebAssembly, in base64. */`,
    `export const ${constant} = [`,
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const module of modules) writeFileSync(join(root, `${module}-bytes.ts`), await makeWasm(module));
}
