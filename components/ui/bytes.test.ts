import { expect, test } from 'vitest';
import { bytesText, countText, exactBytesText } from './bytes';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1.0 KB'],
  [12_345, '12.3 KB'],
  [999_949, '999.9 KB'],
  [999_950, '1.0 MB'],
  [1_234_567, '1.2 MB'],
  [2_390_000_000, '2.4 GB'],
])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

test('the exact number stands behind a rounded one', () => {
  expect(exactBytesText(1_234_567)).toBe('1.2 MB (1,234,567 bytes)');
  expect(exactBytesText(340)).toBe('340 bytes');
});

test('counts are grouped by thousands', () => {
  expect(countText(1_000_000)).toBe('1,000,000');
});
