import type { Change } from '../picture';

/** How a change is told besides by its colour; `dash` is of the border, as SVG takes it, and absent for a whole line. */
export const changeSigns: Record<Change, { word: string; sign: string; dash?: string }> = {
  added: { word: 'added', sign: '+' },
  removed: { word: 'removed', sign: '−', dash: '3 4' },
  changed: { word: 'changed', sign: '~' },
};

/** In the order in which they are told. */
export const changeNames: readonly Change[] = ['added', 'removed', 'changed'];

/** How many came, went and changed: `+1 −3 ~12`; those of which there are none are left out. */
export function changesText(changes: Record<Change, number>): string {
  return changeNames
    .filter((change) => changes[change] > 0)
    .map((change) => `${changeSigns[change].sign}${changes[change].toLocaleString('en')}`)
    .join(' ');
}

/** The same in words: `1 added, 3 removed`. */
export function changesWords(changes: Record<Change, number>): string {
  return changeNames
    .filter((change) => changes[change] > 0)
    .map((change) => `${changes[change].toLocaleString('en')} ${changeSigns[change].word}`)
    .join(', ');
}
