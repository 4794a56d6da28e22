import type { ObjectStore } from '../../object-store/port';

/** Lists a bucket folder by folder, and counts what that costs. */
export interface FolderReader {
  /** LIST calls made so far. */
  calls(): number;
  folders(prefix: string): Promise<string[]>;
  list: ObjectStore['list'];
}

// A folder of 20,000 entries is no log folder: the rest of it is not looked at.
const mostPages = 20;

export function createFolderReader(store: ObjectStore, bucket: string): FolderReader {
  let calls = 0;
  const list: ObjectStore['list'] = (name, request) => {
    calls++;
    return store.list(name, request);
  };
  return {
    calls: () => calls,
    list,
    async folders(prefix) {
      const found: string[] = [];
      let token: string | undefined;
      for (let pages = 0; pages < mostPages; pages++) {
        const page = await list(bucket, { prefix, delimiter: '/', token });
        found.push(...page.folders);
        token = page.nextToken;
        if (token === undefined) break;
      }
      return found;
    },
  };
}

/** How many folders may lie between the root and `AWSLogs`: an organization's id and a channel's prefix. */
const depthAboveLogs = 2;

/** A folder that is done with: a region's folder of AWS Config, or one that held none. */
export interface Stop {
  /** Where to go on after it: everything up to here in the order of keys has been walked. */
  position: string;
  /** `…AWSLogs/{account}/Config/{region}/`. */
  regionFolder?: string;
}

/**
 * Walks to every `…AWSLogs/{account}/Config/{region}/` below `root`, in S3's order, also under `{org-id}/` or other folders
 * before `AWSLogs`. Yields folders that held none too, so that a caller who stops early knows where to go on. What lies up
 * to `after`, a position, is left out.
 */
export async function* regionFolders(reader: FolderReader, root: string, after: string): AsyncGenerator<Stop> {
  const isLeft = (folder: string) => compareBytes(endOf(folder), after) > 0;

  async function* above(folder: string, depth: number): AsyncGenerator<Stop> {
    for (const below of (await reader.folders(folder)).filter(isLeft)) {
      if (below === `${folder}AWSLogs/`) yield* accounts(below);
      else if (depth > 0) yield* above(below, depth - 1);
      yield { position: endOf(below) };
    }
  }
  async function* accounts(logs: string): AsyncGenerator<Stop> {
    for (const account of (await reader.folders(logs)).filter(isLeft)) {
      if (!/^\d{12}\/$/.test(account.slice(logs.length))) continue;
      for (const regionFolder of (await reader.folders(`${account}Config/`)).filter(isLeft)) {
        yield { position: endOf(regionFolder), regionFolder };
      }
      yield { position: endOf(account) };
    }
  }
  yield* above(root, depthAboveLogs);
}

/** Behind every key in a folder: no character is greater. */
function endOf(folder: string): string {
  return `${folder}\u{10ffff}`;
}

function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
