// Makes lib/snapshots/splitter/splitter-bytes.ts: the splitter, compiled from AssemblyScript. Run it when splitter.as.ts has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';
import { root } from './command.mjs';

const folder = join(root, 'lib', 'snapshots', 'splitter');

/** The file's text. @returns {Promise<string>} */
export async function makeSplitter() {
  const source = readFileSync(join(folder, 'splitter.as.ts'), 'utf8');
  /** @type {Uint8Array | undefined} */
  let wasm;
  const { error, stderr } = await asc.main(
    [
      'splitter.as.ts',
      '-O3',
      '--runtime',
      'minimal',
      '--enable',
      'simd',
      '--noAssert',
      '--use',
      'abort=',
      '-o',
      'wasm',
    ],
    {
      readFile: (name) => (name === 'splitter.as.ts' ? source : null),
      writeFile: (name, contents) => {
        if (name === 'wasm') wasm = /** @type {Uint8Array} */ (contents);
      },
      listFiles: () => [],
    },
  );
  if (error || !wasm) throw new Error(`splitter.as.ts does not compile: ${stderr.toString()}`, { cause: error });
  const text = Buffer.from(wasm).toString('base64');
  const lines = text.match(/.{1,110}/g) ?? [];
  return [
    '// Made by tools/make-splitter.mjs of splitter.as.ts. Do not edit.',
    '',
    '/** The splitter as WebAssembly, in base64. */',
    'export const splitterBytes = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(folder, 'splitter-bytes.ts'), await makeSplitter());
}
