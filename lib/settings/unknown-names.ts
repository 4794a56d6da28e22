import { settingEntries } from './declarations';
import type { SettingProblem } from './settings-error';

/** Variables with our prefix that nothing reads: a misspelt setting must not be taken for its default in silence. */
export function unknownNames(env: Record<string, string | undefined>): SettingProblem[] {
  const known = settingEntries.map(([name]) => name).filter((name) => name.startsWith('SNAPSCOPE_'));
  return Object.keys(env)
    .filter((name) => name.startsWith('SNAPSCOPE_') && !known.some((other) => other === name))
    .map((name) => {
      const nearest = known.map((other) => ({ other, steps: distance(name, other) })).sort((a, b) => a.steps - b.steps);
      return { name, problem: `is not a setting; the nearest is ${nearest[0]?.other}` };
    });
}

/** Levenshtein's: single letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
