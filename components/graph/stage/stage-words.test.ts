import { expect, test } from 'vitest';
import { chosenWords, shownWords } from './stage-words';

test('how much is shown is said in numbers, with the reason', () => {
  const shown = { resources: { drawn: 152, total: 10_000 }, relationships: { drawn: 0, total: 1 }, matching: 9 };
  expect(shownWords(shown, false)).toBe('152 of 10,000 resources, 0 of 1 relationship shown.');
  expect(shownWords({ ...shown, why: 'A filter hides the others.' }, true)).toMatch(
    /shown\. A filter hides the others\.$/,
  );
  expect(shownWords(undefined, true)).toBe('Loading the graph');
  expect(shownWords(undefined, false)).toBe('Nothing is shown yet.');
});

test('what is chosen is said with where it is and what is drawn of it', () => {
  const place = { x: 0, y: 0, width: 1, height: 1 };
  const identity = { resourceType: 'AWS::EC2::Volume', resourceId: 'v', accountId: '1', region: 'x' };
  const picture = {
    boxes: [{ id: 'b', kind: 'subnet' as const, label: 'front', count: 2, folded: false, ...place }],
    nodes: [
      { id: 'i', label: 'web', ...identity, resourceType: 'AWS::EC2::Instance', parent: 'b', ...place },
      { id: 'v', label: 'v', ...identity, parent: 'b', docksTo: 'i', missing: true as const, ...place },
    ],
    edges: [{ id: 'e', source: 'v', target: 'i', name: 'Is attached to' }],
  };
  expect(chosenWords(picture, ['v'])).toBe(
    'v, EC2 Volume, not in this snapshot, attached to web, in Subnet front, 1 line',
  );
  expect(chosenWords(picture, ['b'])).toBe('Subnet front, open, 2 resources');
  expect(chosenWords(picture, ['gone'])).toBe('');
  expect(chosenWords(picture, [])).toBe('');
  expect(chosenWords(picture, ['b', 'v', 'i'])).toBe(
    'Subnet front, open, 2 resources. 3 chosen: 1 Subnet front, 1 EC2 Volume, 1 EC2 Instance',
  );
});
