import type { JsonValue } from '../../../../../items/configuration-item';
import { pascalCase } from '../../fields/casing';

/** What ECS answered with great first letters, as the CloudFormation registry has it; options and labels keep their own names. */
export function registryCase(value: object, without: readonly string[] = []): { [name: string]: JsonValue } {
  return pascalCase(value, { maps: ['options', 'dockerLabels', 'driverOpts', 'labels'], without });
}
