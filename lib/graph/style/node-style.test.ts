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

  test('knows the services of AWS in any case, and takes no others for them', () => {
    expect(nodeStyleOf('aws::ec2::instance')).toEqual(nodeStyleOf('AWS::EC2::Instance'));
    expect(nodeStyleOf('aws::elasticloadbalancingv2::thing')).toMatchObject({
      category: 'network',
      title: 'ELBv2 thing',
    });
    expect(nodeStyleOf('Other::EC2::Instance')).toEqual({
      category: 'other',
      glyph: undefined,
      service: 'EC2',
      name: 'Instance',
      title: 'Other EC2 Instance',
    });
  });

  test('knows what Azure offers, which connectors of AWS Config record', () => {
    expect(nodeStyleOf('azure::compute::virtualmachine')).toMatchObject({ category: 'compute', glyph: 'instance' });
    expect(nodeStyleOf('Azure::KeyVault::Secret')).toEqual({
      category: 'security',
      glyph: undefined,
      service: 'KeyVault',
      name: 'Secret',
      title: 'Azure KeyVault Secret',
    });
    expect(nodeStyleOf('AWS::Compute::VirtualMachine')).toMatchObject({ category: 'other', glyph: undefined });
    expect(nodeStyleOf('Azure::EC2::Instance')).toMatchObject({ category: 'other', glyph: undefined });
  });

  test.each([
    ['Azure::Compute/virtualMachines', 'Azure::Compute/virtualMachines', 'AC'],
    ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachines', 'MC'],
    ['GCP::Compute::Instance', 'GCP Compute Instance', 'Co'],
    ['MyCompany::Thing', 'MyCompany::Thing', 'MC'],
    ['thing', 'thing', 'th'],
    ['AWS::constructor::__proto__', 'constructor __proto__', 'co'],
    ['AWS::EC2', 'AWS::EC2', 'AW'],
    ['AWS::::Thing', 'AWS::::Thing', 'AW'],
    ['::', '::', '?'],
    ['', '', '?'],
    ['雲::主機', '雲::主機', '?'],
  ])('of %j is a title that says all of it, and letters', (type, title, letters) => {
    const style = nodeStyleOf(type);
    expect(style.title).toBe(title);
    expect(decodeURIComponent(iconUrl(style.glyph, style.service, '#000000'))).toContain(`>${letters}<`);
  });

  test('lets nothing of a hostile type into the image', () => {
    const style = nodeStyleOf('AWS::"><script>::X');
    const svg = decodeURIComponent(iconUrl(style.glyph, style.service, '#000000'));
    expect(svg).not.toContain('<script');
  });
});
