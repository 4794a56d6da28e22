import type { z } from 'zod';

/** One environment variable that Snapscope reads: all that is known about it stands here. */
export type Setting = {
  /** Checks the variable's text and reads it; its messages begin with `must` or `names`. */
  schema: z.ZodType<unknown, string>;
  /** For operators: what it does and what it may be. */
  description: string;
  /** `whole`: the value is never shown. `password`: a URL whose password is hidden. */
  secret?: 'whole' | 'password';
  /** Whether the README lists it. */
  common?: boolean;
  /** Whether an empty text is a value, and not as good as an absent one, as compose files and shells write it. */
  emptyIsValue?: boolean;
} & (
  | {
      /** The text that holds where the variable is absent. */
      default: string;
    }
  | {
      default?: undefined;
      /** For operators: what absence means, a few words. */
      whenAbsent: string;
    }
);

/** Settings that belong together, in the order in which they are shown. */
export interface SettingGroup {
  title: string;
  settings: Readonly<Record<string, Setting>>;
}

/** What a setting is read as; undefined where it is absent and has no default. */
export type ValueOf<Declared extends Setting> =
  | z.output<Declared['schema']>
  | (Declared extends { default: string } ? never : undefined);

/** For operators: what holds where the variable is absent, in brackets where it is no text that could be given. */
export const defaultOf = (setting: Setting): string =>
  setting.default === undefined ? `(${setting.whenAbsent})` : setting.default;
