import { describe, expect, test } from 'vitest';
import { iconUrl } from './glyphs';
import { nodeStyleOf } from './node-style';

describe('the style of a type', () => {
  test('is the same whatever its case', () => {
    expect(nodeStyleOf('AWS::EC2::SUBNET')).toEqual(nodeStyleOf('AWS::EC2::Subnet'));
    expect(nodeStyleOf('AWS::EC2::SUBNET').title).toBe('EC2 Subnet');
  });

  test('is that of its service where the type has no drawing', () => {
    expect(nodeStyleOf('AWS::RDS::EventSubscription')).toMatchObject({
      category: 'database',
      glyph: undefined,
      service: 'RDS',
    });
    expect(nodeStyleOf('Custom::Thing')).toMatchObject({ category: 'other', title: 'Custom::Thing' });
  });

  test('lets nothing of a hostile type into the image', () => {
    const style = nodeStyleOf('AWS::"><script>::X');
    const svg = decodeURIComponent(iconUrl(style.glyph, style.service, '#000000'));
    expect(svg).not.toContain('<script');
  });
});
