import type { JsonValue } from '../../../../items/configuration-item';

export interface CopyOptions {
  /** Members (in the SDK's spelling) whose value is a map with names of the user's own, which stay as they are. */
  maps?: readonly string[];
  /** Members (in the SDK's spelling) that are left out, wherever they stand. */
  without?: readonly string[];
  /** How times are written: ISO texts (the default) or epoch milliseconds. */
  times?: 'iso' | 'epoch';
}

/**
 * What an SDK client answered, in the casing that AWS Config uses for most of the types it has had longest (EC2, RDS instances,
 * ELBv2, IAM): the first letter small and nothing else changed, so `DBInstanceIdentifier` is `dBInstanceIdentifier`. Which type
 * has which casing: https://github.com/awslabs/aws-config-resource-schema. Times become ISO texts with milliseconds, absent
 * members stay absent.
 */
export function camelCase(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyMembers(value, options, (name) => name.charAt(0).toLowerCase() + name.slice(1));
}

/**
 * The same with all leading capitals made small, as AWS Config has it for types that it once took from Java beans (classic load
 * balancers, AutoScaling, RDS clusters, Lambda, DynamoDB, KMS, CloudWatch): `VPCZoneIdentifier` is `vpczoneIdentifier`, `DNSName` is `dnsname`.
 */
export function beanCase(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyMembers(value, options, (name) => name.replace(/^[A-Z]+/, (capitals) => capitals.toLowerCase()));
}

/** The same with the members' names as the SDK has them, as AWS Config has it for types that came from the CloudFormation registry. */
export function asSpelt(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyMembers(value, options, (name) => name);
}

/**
 * The same with the first letter of every member great: for registry types whose service spells its members with a small one (ECS,
 * EKS, ECR, Step Functions).
 */
export function pascalCase(value: object, options: CopyOptions = {}): { [name: string]: JsonValue } {
  return copyMembers(value, options, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

type Spelling = (name: string) => string;

function copyMembers(value: object, options: CopyOptions, spelling: Spelling): { [name: string]: JsonValue } {
  const copy: { [name: string]: JsonValue } = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === '$metadata' || options.without?.includes(name)) continue;
    const json = copyValue(member, options, options.maps?.includes(name) ? (own) => own : spelling);
    // Defined and not assigned: `__proto__` may be a name in a user's map.
    if (json !== undefined) Object.defineProperty(copy, spelling(name), { value: json, ...plainMember });
  }
  return copy;
}

const plainMember = { enumerable: true, writable: true, configurable: true };

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
  return typeof value === 'object' ? copyMembers(value, options, spelling) : undefined;
}

function timeOf(time: Date, { times }: CopyOptions): JsonValue | undefined {
  if (Number.isNaN(time.getTime())) return undefined;
  return times === 'epoch' ? time.getTime() : time.toISOString();
}
