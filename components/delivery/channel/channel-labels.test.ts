import { expect, test } from 'vitest';
import { adviceText, frequencyText, storeText } from './channel-labels';

const folder = { kind: 'directory', location: './data/objects' } as const;
const s3 = { kind: 's3', location: 'https://s3.us-west-2.amazonaws.com' } as const;

test('a frequency is said in words, an unknown one by its name', () => {
  expect(frequencyText('TwentyFour_Hours')).toBe('Every 24 hours');
  expect(frequencyText('Every_Blue_Moon')).toBe('Every_Blue_Moon');
  expect(frequencyText(undefined)).toBe('On request only');
});

test('the store is named by what it is', () => {
  expect(storeText(folder)).toBe('Folder ./data/objects');
  expect(storeText(s3)).toBe('S3 at https://s3.us-west-2.amazonaws.com');
});

test('advice names the bucket and the place to look in', () => {
  expect(adviceText('NoSuchBucket', 'my-bucket', folder)).toContain(
    'bucket my-bucket again in the folder ./data/objects',
  );
  expect(adviceText('StoreUnavailable', 'my-bucket', s3)).toContain('https://s3.us-west-2.amazonaws.com');
});

test('a code that is not known still says what to do next', () => {
  expect(adviceText('SomethingNew', 'my-bucket', s3)).toContain('choose Deliver snapshot');
  expect(adviceText(undefined, 'my-bucket', s3)).toContain('choose Deliver snapshot');
});
