import { describe, expect, it } from 'vitest';
import { iconAddress } from './glyphs';
import { lookOf } from './node-style';

describe('the look of a type', () => {
  it('is the same whatever its case', () => {
    expect(lookOf('AWS::EC2::SUBNET')).toEqual(lookOf('AWS::EC2::Subnet'));
    expect(lookOf('AWS::EC2::SUBNET').title).toBe('EC2 Subnet');
  });

  it('is that of its service where the type has no drawing', () => {
    expect(lookOf('AWS::RDS::EventSubscription')).toMatchObject({
      category: 'database',
      glyph: undefined,
      service: 'RDS',
    });
    expect(lookOf('Custom::Thing')).toMatchObject({ category: 'other', title: 'Custom::Thing' });
  });

  it('lets nothing of a hostile type into the image', () => {
    const look = lookOf('AWS::"><script>::X');
    const svg = decodeURIComponent(iconAddress(look.glyph, look.service, '#000000'));
    expect(svg).not.toContain('<script');
  });
});
