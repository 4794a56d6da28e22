import { isJsonObject } from '../items/form/item-fields';

/** Files that lie beside those of AWS Config in buckets, or are taken for them, by fields that they have and no document of AWS Config has. */
const byField: readonly (readonly [field: string, what: string])[] = [
  ['invokingEvent', "the event of an AWS Config rule's function"],
  ['EvaluationResults', 'the evaluation of an AWS Config rule'],
  ['Evaluations', 'the evaluation of an AWS Config rule'],
  ['ComplianceByConfigRules', 'the compliance of AWS Config rules'],
  ['ComplianceByResources', 'the compliance of resources with AWS Config rules'],
  ['resourceIdentifiers', 'a list of resource identifiers (ListDiscoveredResources)'],
  ['ConfigurationRecorders', 'a description of configuration recorders'],
  ['AWSTemplateFormatVersion', 'a CloudFormation template'],
  ['terraform_version', 'a Terraform state'],
  ['SchemaVersion', 'a report in the AWS Security Finding Format'],
];

/** What a value of JSON is that is no configuration item, in words that follow "This is"; undefined where that is not known. */
export function nameOfJson(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const [first] = Array.isArray(value.Records) ? value.Records : [];
  if (isJsonObject(first)) {
    if (Object.hasOwn(first, 's3')) return 'a notification of S3 events';
    if (Object.hasOwn(first, 'eventVersion') && Object.hasOwn(first, 'eventName')) return 'a CloudTrail log';
  }
  if (Array.isArray(value.Records) && value.Records.length === 0) return 'a CloudTrail log without events';
  if (Object.hasOwn(value, 'digestStartTime')) return 'a CloudTrail digest';
  return byField.find(([field]) => Object.hasOwn(value, field))?.[1];
}

/** A text that the file begins with, or a pattern. */
const bySignature: readonly (readonly [signature: string | RegExp, what: string])[] = [
  [/^\s*(<!doctype html|<html)/i, 'an HTML page'],
  [/^\s*<\?xml/i, 'an XML document'],
  ['PAR1', 'a Parquet file'],
  ['Obj\x01', 'an Avro file'],
  ['ORC', 'an ORC file'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['\x1f\x8b', 'gzip within gzip within gzip'],
  ['BZh', 'a bzip2 file'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard file'],
  ['\xfd7zXZ', 'an xz file'],
  ['%PDF', 'a PDF document'],
  [/^(https?|h2|wss?|grpcs?|tls) \d{4}-\d\d-\d\dT/, 'an ELB log'],
  [/^\d{4}-\d\d-\d\dT[\d:.]+Z \S+ \d+\.\d+\.\d+\.\d+:\d+ /, 'an ELB log'],
  [/^(version account-id|\d \d{12} eni-)/, 'a VPC flow log'],
  [/^[0-9a-f]{64} \S+ \[\d\d\/\w{3}\/\d{4}:/, 'an S3 access log'],
  [/^"?(itemIndex|resourceType|resourceId)"?,/, 'a CSV file'],
];

/** The same of a file that is no JSON, by its first bytes. */
export function nameOfBytes(first: Uint8Array): string | undefined {
  const text = Buffer.from(first.subarray(0, 200)).toString('latin1');
  const isOf = (signature: string | RegExp) =>
    typeof signature === 'string' ? text.startsWith(signature) : signature.test(text);
  return bySignature.find(([signature]) => isOf(signature))?.[1];
}
