import type { ConfigurationOptionSetting } from '@aws-sdk/client-elastic-beanstalk';
import type { JsonValue } from '../../../../../items/configuration-item';

/** What a person set for the program: its environment variables, which as those of a function may be secrets. */
const environmentNamespace = 'aws:elasticbeanstalk:application:environment';

function isSecret({ Namespace, OptionName }: ConfigurationOptionSetting): boolean {
  // The template of the environment's stack takes the same variables as one parameter.
  return (
    Namespace === environmentNamespace || OptionName === 'EnvironmentVariables' || /Password$/.test(OptionName ?? '')
  );
}

/**
 * The settings of an environment as AWS Config has them (example item of awslabs/aws-config-rdk): by namespace and option,
 * `{ 'aws:autoscaling:asg': { MinSize: { value: '1' } } }`. Those without a value are left out, and those that may be secret.
 */
export function optionSettings(settings: readonly ConfigurationOptionSetting[]): { [namespace: string]: JsonValue } {
  const namespaces = new Map<string, Map<string, JsonValue>>();
  for (const setting of settings) {
    const { Namespace, OptionName, ResourceName, Value } = setting;
    if (Namespace === undefined || OptionName === undefined || Value === undefined || isSecret(setting)) continue;
    const options = namespaces.get(Namespace) ?? new Map<string, JsonValue>();
    options.set(OptionName, { value: Value, ...(ResourceName === undefined ? {} : { resourceName: ResourceName }) });
    namespaces.set(Namespace, options);
  }
  return Object.fromEntries([...namespaces].map(([name, options]) => [name, Object.fromEntries(options)]));
}

/** The value of one option; undefined where it is not set. */
export function optionValue(
  settings: readonly ConfigurationOptionSetting[],
  namespace: string,
  option: string,
): string | undefined {
  return settings.find(({ Namespace, OptionName }) => Namespace === namespace && OptionName === option)?.Value;
}
