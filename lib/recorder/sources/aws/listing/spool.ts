import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson, stringifyJson } from '../../../../json';
import type { ObservedResource } from '../../port';

/**
 * A folder of files in which listed resources wait, one file for each listing and one line for each resource, until the edges of
 * all listings are known. Memory holds none of them.
 */
export interface Spool {
  /** A file for one more listing. */
  open(): SpooledListing;
  /** Takes the folder away with all that is in it. */
  remove(): Promise<void>;
}

export interface SpooledListing {
  write(resource: ObservedResource): Promise<void>;
  /** Ends the writing; afterwards the resources can be read, in the order in which they were written. */
  end(): Promise<void>;
  read(): AsyncIterable<ObservedResource>;
}

/** Opens a spool in `folder`, which must be its own: what a listing that was killed has left there goes. */
export async function openSpool(folder: string): Promise<Spool> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const listings: WriteStream[] = [];
  return {
    open() {
      const file = join(folder, `${listings.length}.ndjson`);
      const stream = createWriteStream(file, { highWaterMark: 1 << 18 });
      listings.push(stream);
      return spooled(file, stream);
    },
    async remove() {
      for (const stream of listings) stream.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function spooled(file: string, stream: WriteStream): SpooledListing {
  // Told to whoever writes or ends next; unheard, it would end the process.
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    async write(resource) {
      if (failure) throw failure;
      if (!stream.write(`${stringifyJson(resource)}\n`)) await once(stream, 'drain');
    },
    async end() {
      if (failure) throw failure;
      stream.end();
      if (!stream.closed) await once(stream, 'close');
      if (failure) throw failure;
    },
    read: () => resourcesIn(file),
  };
}

async function* resourcesIn(file: string): AsyncGenerator<ObservedResource> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield parseJson(line) as ObservedResource;
  }
}
