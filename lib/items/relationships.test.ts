import { expect, test } from 'vitest';
import { relationshipName, relationshipNames } from './relationships';

test('names relationships as AWS writes them, space and all, whatever the case of types', () => {
  expect(relationshipName('AWS::EC2::Volume', 'AWS::EC2::Instance')).toBe('Is attached to Instance');
  expect(relationshipName('AWS::EC2::INSTANCE', 'aws::ec2::subnet')).toBe('Is contained in Subnet');
  expect(relationshipName('AWS::Lambda::Function', 'AWS::IAM::Role')).toBe('Is associated with ');
  expect(relationshipName('AWS::CloudFormation::Stack', 'AWS::SQS::Queue')).toBe('Contains ');
});

test('knows where AWS draws none', () => {
  expect(relationshipName('AWS::S3::Bucket', 'AWS::KMS::Key')).toBeUndefined();
  expect(relationshipName('AWS::EC2::Volume', 'AWS::EC2::Subnet')).toBeUndefined();
  expect(relationshipName('constructor', 'toString')).toBeUndefined();
});

test('has one of the two forms of names everywhere: with the short name of the other type, or with a space at the end', () => {
  for (const [type, related] of Object.entries(relationshipNames)) {
    for (const name of Object.values(related)) {
      expect(`${type}: ${name}`).toMatch(/(Is (contained in|attached to|associated with)|Contains) ([A-Za-z]+)?$/);
    }
  }
});
