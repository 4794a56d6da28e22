import { errorCode } from '../../../../errors';
import type { AwsAccess } from './access';
import { isDenied } from './failure';

/** A call that tells more of a resource that was listed already. */
export interface OptionalCall<Answer> {
  /** The IAM action that it needs. */
  permission: string;
  /** The resource it is about, for people: `bucket logs`. */
  about: string;
  call: () => Promise<Answer>;
  /** Codes by which the service says that there is nothing of the kind: a bucket without a policy. */
  none?: readonly string[];
}

/**
 * What a further call answers; undefined where there is nothing, or where we are not permitted to look. A denial is told once for
 * each permission of a cycle and the field that it would have filled is left out: it is answered the same way in every cycle, so
 * nothing flaps, and to keep the last known value would deliver what nobody has seen for weeks as if it were so today.
 * @throws whatever else goes wrong: the type is then not listed whole, and nothing of it changes
 */
export async function optionalCall<Answer>(
  access: AwsAccess,
  { permission, about, call, none }: OptionalCall<Answer>,
): Promise<Answer | undefined> {
  try {
    return await call();
  } catch (error) {
    if (none?.includes(errorCode(error))) return undefined;
    if (!isDenied(error)) throw error;
    noteDenial(access, permission, about);
    return undefined;
  }
}

/** What `complete` makes of a resource; undefined where the service says, by one of the `codes`, that it is gone meanwhile. */
export async function ignoreNotFound<Whole>(
  codes: readonly string[],
  complete: () => Promise<Whole>,
): Promise<Whole | undefined> {
  try {
    return await complete();
  } catch (error) {
    if (codes.includes(errorCode(error))) return undefined;
    throw error;
  }
}

const denials = new WeakMap<AwsAccess, Set<string>>();

function noteDenial(access: AwsAccess, permission: string, about: string): void {
  const noted = denials.get(access) ?? new Set();
  denials.set(access, noted);
  if (noted.has(permission)) return;
  noted.add(permission);
  access.note(
    `AWS denied ${permission} for ${about}: what it would tell is left out, there and wherever else it is denied. Allow it to record it.`,
  );
}
