import type { Scope } from './scope';

/** What an ARN tells. The account and Region are empty where it does not tell them, as IAM's ARNs no Region and S3's neither. */
export interface Arn extends Scope {
  /** What may be the resource's id or name, the longest first: `table/t` as itself and as `t`. */
  endings: readonly string[];
}

/** Reads `arn:partition:service:region:account:resource`; undefined where the text is no ARN (AWS General Reference, "Amazon Resource Names"). */
export function readArn(text: string): Arn | undefined {
  const [, region, accountId, resource] = arnForm.exec(text) ?? [];
  if (region === undefined || accountId === undefined || resource === undefined) return undefined;
  // The ARN of a log group goes on to its streams.
  const whole = resource.replace(/:\*$/, '');
  const afterKind = whole.slice(whole.search(/[:/]/) + 1);
  const last = whole.slice(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf(':')) + 1);
  return { accountId, region, endings: [...new Set([whole, afterKind, last])].filter((ending) => ending !== '') };
}

const arnForm = /^arn:[^:]*:[^:]*:([^:]*):([^:]*):(.+)$/s;
