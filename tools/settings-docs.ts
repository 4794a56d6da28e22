import { settingEntries, settingGroups } from '@/lib/settings/declarations';
import { defaultOf, type Setting } from '@/lib/settings/setting';

/** `.env.example`: every setting with its default and description, ready to be taken over. */
export function envExample(): string {
  const groups = settingGroups.map(({ title, settings }) => {
    const blocks = Object.entries(settings).map(([name, setting]) => exampleOf(name, setting));
    return [`## ${title}`, ...blocks].join('\n\n');
  });
  const head = '# Settings of Snapscope. Copy this file to .env and take the # away before those that you change.';
  return `${[head, ...groups].join('\n\n')}\n`;
}

function exampleOf(name: string, setting: Setting): string {
  const comment = [...wrap(setting.description, 118), `Default: ${defaultOf(setting)}`].map((line) => `# ${line}`);
  return [...comment, `#${name}=${setting.default ?? ''}`].join('\n');
}

/** Lines of at most `width` characters; a word that is longer stands alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The table of the README: the settings that most people want. */
export function settingsTable(): string {
  const rows = settingEntries
    .filter(([, { common }]) => common)
    .map(([name, setting]) => [
      `\`${name}\``,
      setting.default === undefined ? setting.whenAbsent.replaceAll('<', '&lt;') : `\`${setting.default}\``,
      linked(setting.description),
    ]);
  return table([['setting', 'default', ''], ...rows]);
}

/** A table in Markdown with its columns aligned, as the formatter wants it. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const [head = '', ...lines] = rows.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines].join('\n');
}

/** A page of docs/ that is named becomes a link to it. */
const linked = (text: string) => text.replace(/docs\/[\w-]+\.md/g, (path) => `[${path}](${path})`);
