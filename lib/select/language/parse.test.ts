import { expect, test } from 'vitest';
import { parseSelect } from './parse';

const query = "SELECT resourceId WHERE resourceType = 'AWS::EC2::Volume' ORDER BY resourceId LIMIT 5";

test.each([';', ' ;', ';\n', ' \t;\r\n ', ''])('a query may end in %j', (end) => {
  expect(parseSelect(query + end)).toEqual(parseSelect(query));
});

test('a semicolon in a string is part of the string', () => {
  expect(parseSelect("SELECT resourceId WHERE resourceName = 'a;b';").where).toMatchObject({ value: 'a;b' });
});

test.each([
  ['SELECT resourceId;;', 'the end was expected', 'column 19'],
  ['SELECT resourceId; SELECT arn', 'SELECT is not supported here', 'column 20'],
  ['SELECT ; resourceId', 'a property was expected', 'column 8'],
  ["SELECT resourceId WHERE ; resourceId = 'x'", 'a property was expected', 'column 25'],
  [';', 'SELECT was expected', 'column 1'],
])('%s is refused', (text, problem, place) => {
  expect(() => parseSelect(text)).toThrow(problem);
  expect(() => parseSelect(text)).toThrow(place);
});
