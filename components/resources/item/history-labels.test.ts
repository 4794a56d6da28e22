import { expect, test } from 'vitest';
import { changeSummary, statusWords } from './history-labels';

test('a status is said in words, an unknown one by its name', () => {
  expect(statusWords('ResourceDeleted').text).toBe('Deleted');
  expect(statusWords('Somewhere')).toEqual({ type: 'info', text: 'Somewhere' });
});

test('changes are counted with those that are not listed, and their parts named once', () => {
  const change = (section: 'tags' | 'configuration') => ({ section, path: 'x', change: 'added' as const });
  expect(changeSummary({ changes: [change('tags'), change('configuration'), change('tags')], more: 1_200 })).toBe(
    '1,203 changes: tags, configuration',
  );
  expect(changeSummary({ changes: [change('tags')], more: 0 })).toBe('1 change: tags');
});
