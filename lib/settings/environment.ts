import { type declaredSettings, settingEntries } from './declarations';
import type { Setting, ValueOf } from './setting';
import type { SettingProblem } from './settings-error';

/** Variables by their names, as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What each setting is read as, by the name of its variable. */
export type SettingValues = {
  [Name in keyof typeof declaredSettings]: ValueOf<(typeof declaredSettings)[Name]>;
};

/** The variables of this process: no other module of the application reads them. */
export const processVariables = (): Variables => process.env;

/** The text that was given for a setting, if any: an empty one is as good as none, unless the setting says otherwise. */
export function givenText(name: string, { emptyIsValue = false }: Setting, variables: Variables): string | undefined {
  const text = variables[name];
  return text === '' && !emptyIsValue ? undefined : text;
}

/**
 * Reads every setting by itself; how they go together is `readSettings`' business.
 * @returns the values, or undefined where one is wrong; and what is wrong with each
 */
export function readValues(variables: Variables): { values: SettingValues | undefined; problems: SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const values = settingEntries.map(([name, setting]) => {
    const text = givenText(name, setting, variables) ?? setting.default;
    if (text === undefined) return [name, undefined];
    const parsed = setting.schema.safeParse(text);
    if (!parsed.success) problems.push({ name, problem: parsed.error.issues[0]?.message ?? 'is not valid' });
    return [name, parsed.data];
  });
  // Each name was read by its own schema, which is what the type says.
  return { values: problems.length > 0 ? undefined : (Object.fromEntries(values) as SettingValues), problems };
}
