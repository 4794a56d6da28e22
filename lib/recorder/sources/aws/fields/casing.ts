import type { JsonValue } from '../../../../items/configuration-item';

export interface CopyOptions {
  /** Fields (in the SDK's spelling) whose value is a map with names of the user's own, which stay as they are. */
  maps?: readonly string[];
  /** Fields (in the SDK's spelling) that are left out, wherever they stand. */
  without?: readonly string[];
  /** How times are written: ISO strings (the default) or epoch milliseconds. */
  times?: 'iso' | 'epoch';
}

/**
 * What an SDK client answered, in the casing that AWS Config uses for most of the types it has had longest (EC2, RDS instances,
 * ELBv2, IAM): the first letter small and nothing else changed, so `DBInstanceIdentifier` is `dBInstanceIdentifier`. Which type
 * has which casing: https://github.com/awslabs/aws-config-resource-schema. Times become ISO strings with milliseconds, absent
 * fields stay absent.
 */
export function camelCase(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyFields(value, options, (name) => name.charAt(0).toLowerCase() + name.slice(1));
}

/**
 * The same with all leading capitals made small, as AWS Config has it for types that it once took from Java beans (classic load
 * balancers, AutoScaling, RDS clusters, Lambda, DynamoDB, KMS, CloudWatch): `VPCZoneIdentifier` is `vpczoneIdentifier`, `DNSName` is `dnsname`.
 */
export function beanCase(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyFields(value, options, (name) => name.replace(/^[A-Z]+/, (capitals) => capitals.toLowerCase()));
}

/** The same with the field names as the SDK has them, as AWS Config has it for types that came from the CloudFormation registry. */
export function asSpelt(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyFields(value, options, (name) => name);
}

/**
 * The same with the first letter of every field great: for registry types whose service spells its fields with a small one (ECS,
 * EKS, ECR, Step Functions).
 */
export function pascalCase(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyFields(value, options, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

type Spelling = (name: string) => string;

function copyFields(value: object, options: CopyOptions, spelling: Spelling): { [name: string]: JsonValue } {
  const copy: { [name: string]: JsonValue } = {};
  for (const [name, field] of Object.entries(value)) {
    if (name === '$metadata' || options.without?.includes(name)) continue;
    const json = copyValue(field, options, options.maps?.includes(name) ? (own) => own : spelling);
    // Defined and not assigned: `__proto__` may be a name in a user's map.
    if (json !== undefined) Object.defineProperty(copy, spelling(name), { value: json, ...plainField });
  }
  return copy;
}

const plainField = { enumerable: true, writable: true, configurable: true };

function copyValue(value: unknown, options: CopyOptions, spelling: Spelling): JsonValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return timeOf(value, options);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) {
    return value.map((item) => copyValue(item, options, spelling)).filter((item) => item !== undefined);
  }
  return typeof value === 'object' ? copyFields(value, options, spelling) : undefined;
}

function timeOf(time: Date, { times }: CopyOptions): JsonValue | undefined {
  if (Number.isNaN(time.getTime())) return undefined;
  return times === 'epoch' ? time.getTime() : time.toISOString();
}
