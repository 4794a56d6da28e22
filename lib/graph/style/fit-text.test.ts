import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, textWidth } from './fit-text';

test('a caption is as wide as its room at most, and keeps both its ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 20, max: 400 }), (name, width) => {
      const short = fitText(name, 13, width);
      expect(textWidth(short, 13)).toBeLessThanOrEqual(width);
      const [head = '', tail] = short.split('…');
      if (short !== name)
        expect([name.startsWith(head), tail === undefined || name.endsWith(tail)]).toEqual([true, true]);
    }),
  );
  expect(fitText('arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/app/web', 13, 160)).toMatch(
    /^arn:aws:.*…*app\/web$/,
  );
  expect(fitText('x'.repeat(1_000_000), 13, 200).length).toBeLessThan(60);
});

test('capitals and signs take more room than small letters', () => {
  expect(fitText('anpasm7abcdefgdit45m', 13, 110).length).toBeGreaterThan(
    fitText('ANPASM7ABCDEFGDIT45M', 13, 110).length,
  );
  expect(fitText('vol-1', 13, 110)).toBe('vol-1');
});
