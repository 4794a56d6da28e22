import type { SettingGroup } from '../setting';
import { numberBetween } from '../values';

/** What opening and querying snapshots may take. */
export const snapshotSettings = {
  SNAPSCOPE_MAX_SNAPSHOT_BYTES: {
    schema: numberBetween(1, Number.MAX_SAFE_INTEGER, 'must be a whole number of bytes, from 1'),
    default: '8589934592',
    description: 'Largest snapshot that is opened, in bytes after decompression.',
  },
  SNAPSCOPE_QUERY_SECONDS: {
    schema: numberBetween(1, 3_600, 'must be a whole number of seconds from 1 to 3600'),
    default: '30',
    description: 'Seconds after which a query over snapshots is stopped, 1 to 3600.',
  },
  SNAPSCOPE_QUERY_MEMORY_BYTES: {
    schema: numberBetween(100e6, 1e12, 'must be a whole number of bytes, from 100000000'),
    default: '1000000000',
    description: 'Memory that one such query may take, in bytes; two may run at once.',
  },
  SNAPSCOPE_QUERY_ROWS: {
    schema: numberBetween(1, 1e6, 'must be a whole number from 1 to 1000000'),
    default: '10000',
    description: 'Most rows that such a query answers with, 1 to 1000000.',
  },
} as const satisfies SettingGroup['settings'];
