import { z } from 'zod';
import { logFormats, logLevels } from '../../log/log';
import type { SettingGroup } from '../setting';
import { list, numberBetween } from '../values';

const host = z
  .string()
  .regex(
    /^(?![\d.]+$)[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$|^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-fA-F]*:[0-9a-fA-F:.]+$/,
    'must be an address or a host name without port, such as 127.0.0.1',
  );

const hosts = z
  .string()
  .transform((text) => list(text.toLowerCase()))
  .pipe(
    z.array(
      z
        .string()
        .regex(
          /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
          'must be a list of host names without port, separated by commas, such as config.example.org',
        ),
    ),
  );

const databaseUrl = z
  .string()
  .refine(
    (text) =>
      URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1,
    'must be a URL such as postgres://user:password@host:5432/database',
  );

/** Where Snapscope listens and keeps its own. */
export const serverSettings = {
  HOST: {
    schema: host,
    default: '127.0.0.1',
    description: 'Address to listen on. There is no sign-in: keep it private.',
    common: true,
  },
  PORT: {
    schema: numberBetween(0, 65_535, 'must be a whole number from 0 to 65535'),
    default: '3000',
    description: 'TCP port to listen on, 0 to 65535; 0 takes a free one.',
    common: true,
  },
  SNAPSCOPE_ALLOWED_HOSTS: {
    schema: hosts,
    whenAbsent: 'none',
    description:
      'Host names, separated by commas, under which the pages are served as well while HOST is a loopback address: for a reverse proxy on this machine that hands on its own Host.',
    common: true,
  },
  SNAPSCOPE_DATA_DIR: {
    schema: z.string().refine((text) => !text.includes('\0') && text.trim() !== '', 'must be the path of a folder'),
    default: './data',
    description: 'Folder for the embedded database, the directory store and caches. One Snapscope at a time.',
    common: true,
  },
  DATABASE_URL: {
    schema: databaseUrl,
    whenAbsent: 'embedded PostgreSQL in the data folder',
    description: 'PostgreSQL to keep state in, as postgres://user:password@host:5432/database.',
    secret: 'password',
    common: true,
  },
  SNAPSCOPE_LOG_LEVEL: {
    schema: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`),
    default: 'info',
    description:
      'The least that is logged, on standard error: `error`, `warn`, `info` or `debug`, which also tells of every request. Secrets are never logged.',
    common: true,
  },
  SNAPSCOPE_LOG_FORMAT: {
    schema: z.enum(logFormats, `must be one of ${logFormats.join(', ')}`),
    whenAbsent: 'text at a terminal, else json',
    description: 'How it is logged: `json`, a line of JSON for each message, or `text` for people.',
  },
} as const satisfies SettingGroup['settings'];
