import { createHash } from 'node:crypto';
import type { RecorderState } from '../../inventory/recorder/recorder-state';
import type { Scope } from '../../items/scope';
import { WireError } from '../errors';
import type { RecorderPort } from '../operation';

/**
 * The recorder of that name, for operations that act on it.
 *
 * @throws WireError `NoSuchConfigurationRecorderException`.
 */
export async function recorderNamed(recorder: RecorderPort, scope: Scope, name: string): Promise<RecorderState> {
  const found = await recorder.find(scope);
  if (found?.name === name) return found;
  throw new WireError(
    'NoSuchConfigurationRecorderException',
    'The name of the configuration recorder you entered cannot be found. Verify the configuration recorder name, and try again.',
  );
}

/** Which recorders a Describe asks for; nothing set asks for all. */
export interface RecorderFilter {
  ConfigurationRecorderNames?: string[];
  Arn?: string;
  ServicePrincipal?: string;
}

/**
 * The recorders that a Describe asks for, each with its ARN. Every recorder here is customer managed, so that none belongs to a service.
 *
 * @throws WireError `ValidationException` where they are asked for in two ways at once, in the words of the model's exception;
 * `NoSuchConfigurationRecorderException` where one asked for by name, ARN or service is not there.
 */
export async function recordersAskedFor(
  recorder: RecorderPort,
  scope: Scope,
  filter: RecorderFilter,
): Promise<(RecorderState & { arn: string })[]> {
  const kinds = [filter.ConfigurationRecorderNames?.length, filter.Arn, filter.ServicePrincipal].filter(Boolean);
  if (kinds.length > 1) {
    throw new WireError('ValidationException', 'You have specified more than one configuration recorder.');
  }
  const found = await recorder.find(scope);
  const all = found ? [{ ...found, arn: recorderArn(scope, found) }] : [];
  for (const name of filter.ConfigurationRecorderNames ?? []) {
    if (found?.name !== name) throw unknown(name);
  }
  if (filter.Arn !== undefined && !all.some(({ arn }) => arn === filter.Arn)) throw unknown(filter.Arn);
  if (filter.ServicePrincipal !== undefined) throw unknown(filter.ServicePrincipal);
  return all;
}

/** `arn:aws:config:<region>:<account>:configuration-recorder/<name>/<id>`, the form of AWS's service authorization reference. */
export function recorderArn({ accountId, region }: Scope, { name }: Pick<RecorderState, 'name'>): string {
  const id = createHash('sha256').update(`${accountId}/${region}/${name}`).digest('hex').slice(0, 16);
  return `arn:aws:config:${region}:${accountId}:configuration-recorder/${name}/${id}`;
}

/** As moto, which took it from AWS, words it for a Describe. */
function unknown(name: string): WireError {
  const message = `Cannot find configuration recorder with the specified name '${name}'.`;
  return new WireError('NoSuchConfigurationRecorderException', message);
}
