import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { awsResourceTypes } from './table';

test('docs/aws-types.md names every type that is listed, and no other', () => {
  const rows = readFileSync('docs/aws-types.md', 'utf8').matchAll(
    /^\| `(AWS::\w+)` *\| ([\w, ]+?) *\| (?:its API|Cloud Control) /gm,
  );
  const documented = [...rows].flatMap(([, service, names = '']) =>
    names.split(', ').map((name) => `${service}::${name}`),
  );
  expect(documented.sort()).toEqual(awsResourceTypes.map(({ resourceType }) => resourceType).sort());
});
