import { expect, test } from 'vitest';
import { searchParameters } from './search-parameters';

test('single, repeated and absent values are read as the browser reads them', () => {
  const parameters = searchParameters({ types: ['A', 'B'], search: 'x y', page: undefined });
  expect(parameters.toString()).toBe('types=A&types=B&search=x+y');
});
