/** The form in which types are compared: AWS writes `AWS::EC2::SUBNET` in old files and `AWS::EC2::Subnet` in new ones. */
export function normalizeType(resourceType: string): string {
  return resourceType.toLowerCase();
}

/** Who offers a resource, of which service, and what it is: all but the name are empty where a type does not tell them. */
interface TypeParts {
  provider: string;
  service: string;
  name: string;
}

/**
 * `AWS::EC2::Instance` as `{ provider: 'AWS', service: 'EC2', name: 'Instance' }`. A type in another form, such as
 * `Microsoft.Compute/virtualMachines`, is its own name, whole: AWS Config records other clouds too, and files hold anything.
 */
export function typeParts(resourceType: string): TypeParts {
  const [provider, service, ...names] = resourceType.split('::');
  const name = names.join('::');
  if (!provider || !service || !name) return { provider: '', service: '', name: resourceType };
  return { provider, service, name };
}

/** Whether AWS itself offers it, whatever the case. */
export function isOfAws({ provider }: TypeParts): boolean {
  return provider.toLowerCase() === 'aws';
}

/**
 * The service that a type is of, for people: `EC2`; of others than AWS with the provider, `Azure Compute`; `Microsoft.Compute` of a type with
 * slashes. Empty where a type does not tell it.
 */
export function serviceName(resourceType: string): string {
  const parts = typeParts(resourceType);
  if (parts.service === '') return /^([^/]+)\//.exec(resourceType)?.[1] ?? '';
  return isOfAws(parts) ? parts.service : `${parts.provider} ${parts.service}`;
}

/** A type for people: `EC2 Instance`; of others than AWS with the provider, as two may have services of one name. */
export function shortTypeName(resourceType: string): string {
  const parts = typeParts(resourceType);
  const { provider, service, name } = parts;
  if (service === '') return name;
  return isOfAws(parts) ? `${service} ${name}` : `${provider} ${service} ${name}`;
}
