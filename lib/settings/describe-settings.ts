import { settingEntries } from './declarations';
import { givenText, processVariables, type Variables } from './environment';
import { defaultOf, type Setting } from './setting';
import type { Settings } from './settings';

/** One row of the settings page (`settingsView` in the browser contract). */
export interface SettingRow {
  name: string;
  value: string;
  source: 'default' | 'environment';
  description: string;
}

/** Every setting as it stands, for people: secrets are shown as `set`, and a URL without its password. */
export function describeSettings(settings: Settings, env: Variables = processVariables()): SettingRow[] {
  return settingEntries.map(([name, setting]) => {
    const { description } = setting;
    const given = givenText(name, setting, env);
    if (given !== undefined) return { name, value: shown(given, setting), source: 'environment', description };
    const value = name === 'SNAPSCOPE_BUCKET' ? settings.bucket : defaultOf(setting);
    return { name, value, source: 'default', description };
  });
}

function shown(value: string, { secret }: Setting): string {
  if (secret === 'whole') return 'set';
  if (secret !== 'password') return value || '(none)';
  if (!URL.canParse(value)) return 'set';
  const url = new URL(value);
  if (url.password !== '') url.password = '****';
  // The driver takes these as parameters too.
  for (const name of ['password', 'sslpassword']) if (url.searchParams.has(name)) url.searchParams.set(name, '****');
  return url.href;
}
