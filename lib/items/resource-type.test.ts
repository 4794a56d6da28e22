import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceName, shortTypeName, typeParts } from './resource-type';

test.each([
  ['AWS::EC2::Instance', 'AWS', 'EC2', 'Instance', 'EC2 Instance'],
  ['aws::ec2::instance', 'aws', 'ec2', 'instance', 'ec2 instance'],
  ['AWS::CloudFormation::Thing::MODULE', 'AWS', 'CloudFormation', 'Thing::MODULE', 'CloudFormation Thing::MODULE'],
  ['Azure::Compute::VirtualMachine', 'Azure', 'Compute', 'VirtualMachine', 'Azure Compute VirtualMachine'],
  ['Azure::Compute/virtualMachines', '', '', 'Azure::Compute/virtualMachines', 'Azure::Compute/virtualMachines'],
  [
    'Microsoft.Compute/virtualMachines',
    '',
    '',
    'Microsoft.Compute/virtualMachines',
    'Microsoft.Compute/virtualMachines',
  ],
  ['MyCompany::Thing', '', '', 'MyCompany::Thing', 'MyCompany::Thing'],
  ['AWS::::Thing', '', '', 'AWS::::Thing', 'AWS::::Thing'],
  ['thing', '', '', 'thing', 'thing'],
])('%s is told by its parts', (type, provider, service, name, short) => {
  expect(typeParts(type)).toEqual({ provider, service, name });
  expect(shortTypeName(type)).toBe(short);
});

test.each([
  ['AWS::EC2::Instance', 'EC2'],
  ['Azure::Batch::Account', 'Azure Batch'],
  ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute'],
  ['MyCompany::Thing', ''],
])('%s is of the service %j', (type, service) => {
  expect(serviceName(type)).toBe(service);
});

test('no part of a type is lost, whatever it holds', () => {
  const types = fc
    .array(fc.oneof(fc.constantFrom('AWS', '::', ':', '/', '', 'EC2'), fc.string()))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(types, (type) => {
      const { provider, service, name } = typeParts(type);
      expect(service === '' ? name : `${provider}::${service}::${name}`).toBe(type);
    }),
  );
});
