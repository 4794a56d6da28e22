import { CloudControlClient, GetResourceCommand, type ResourceDescription } from '@aws-sdk/client-cloudcontrol';
import { DomainError } from '../../../../errors';
import type { JsonValue } from '../../../../items/configuration-item';
import { isJsonObject } from '../../../../items/form/item-fields';
import { typeParts } from '../../../../items/resource-type';
import { parseJson } from '../../../../json';
import type { AwsAccess } from '../calls/access';
import { ignoreNotFound } from '../calls/optional-call';
import { enrich } from '../calls/pages';
import { tagsOf } from '../fields/tags';
import { type AwsResourceType, type Description, resourceType } from '../resource-type';
import { type ListingScope, listIdentifiers } from './identifiers';

type Properties = { [name: string]: JsonValue };

interface RegistryResource {
  identifier: string | undefined;
  properties: Properties;
}

/** What of a type of the registry has to be known, where what holds for all types is not enough. */
export interface RegistryForm extends ListingScope {
  /** The IAM actions of the type's own service that the registry lists and reads it with (`handlers` of its schema). */
  permissions?: readonly string[];
  /**
   * The property by which CloudFormation refers to the resource (`Ref`), where AWS Config has that as `Id` and goes by it, not by the
   * registry's identifier.
   */
  reference?: string;
  /** Properties that AWS Config has not, or under another name. */
  without?: readonly string[];
  /** The property that holds the ARN, where it is neither `Arn` nor called by the type. */
  arnProperty?: string;
  /** The ARN, of types that have none among their properties: service and resource (Service Authorization Reference). */
  arn?: (properties: Properties) => [service: string, resource: string];
}

/** The IAM actions of Cloud Control itself; it reads with the caller's permissions for the type's own service besides. */
export const cloudControlPermissions = ['cloudformation:ListResources', 'cloudformation:GetResource'];

/**
 * A row of the table for any type of the CloudFormation registry, by the Cloud Control API: the id is the registry's primary
 * identifier (parts of a compound one are joined by `|`), `configuration` the properties as the registry spells them, which is the form
 * that AWS Config has for types that came from there. What the registry holds for write-only, such as passwords, is never answered.
 * A resource without a name goes by its id as its name, as transit gateways and file systems do in AWS Config.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations.html
 */
export function registryType(name: string, form: RegistryForm = {}): AwsResourceType {
  return resourceType<RegistryResource>({
    resourceType: name,
    permissions: [...cloudControlPermissions, ...(form.permissions ?? [])],
    list: (access) =>
      // Lists of many types tell of nothing but the identifier.
      enrich(listIdentifiers(access, name, form), (identifier) => readResource(access, name, identifier)),
    describe: (resource, access) => itemOf(name, form, resource, access),
  });
}

/**
 * A table of types with those of the registry that `names` asks for. A type that the table knows keeps its row, which tells of
 * relationships too.
 */
export function withRegistryTypes(
  table: readonly AwsResourceType[],
  names: readonly string[],
): readonly AwsResourceType[] {
  const known = new Set(table.map(({ resourceType }) => resourceType));
  return [...table, ...names.filter((name) => !known.has(name)).map((name) => registryType(name))];
}

function itemOf(
  type: string,
  { reference, without = [], arnProperty, arn: arnOf }: RegistryForm,
  { identifier, properties }: RegistryResource,
  { arn }: AwsAccess,
): Description {
  const { name } = typeParts(type);
  const id = (reference && text(properties[reference])) ?? identifier;
  const kept = Object.entries(properties).filter(([property]) => !without.includes(property));
  return {
    id,
    name: firstText(properties, ['Name', `${name}Name`]) ?? id,
    arn:
      firstText(properties, [arnProperty ?? 'Arn', 'ARN', `${name}Arn`]) ??
      arnIn(identifier) ??
      (arnOf && arn(...arnOf(properties))),
    zone: 'Regional',
    tags: readTags(properties.Tags),
    configuration: {
      ...Object.fromEntries(kept),
      ...(reference === undefined || id === undefined ? {} : { Id: id }),
    },
  };
}

function readResource({ client }: AwsAccess, type: string, Identifier: string): Promise<RegistryResource | undefined> {
  return ignoreNotFound(['ResourceNotFoundException'], async () => {
    const answer = await client(CloudControlClient).send(new GetResourceCommand({ TypeName: type, Identifier }));
    return read(type, { Identifier, ...answer.ResourceDescription });
  });
}

function read(type: string, { Identifier, Properties = '' }: ResourceDescription): RegistryResource {
  let properties: unknown;
  try {
    properties = parseJson(Properties);
  } catch {
    properties = undefined;
  }
  if (!isJsonObject(properties)) {
    const message = `Cloud Control told of ${type} ${Identifier} without properties that are a JSON object.`;
    throw new DomainError('unreadable', 'InvalidProperties', message);
  }
  return { identifier: Identifier, properties };
}

function firstText(properties: Properties, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = properties[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

function arnIn(identifier: string | undefined): string | undefined {
  return identifier?.startsWith('arn:') ? identifier : undefined;
}

/** Tags are a list of `Key` and `Value` for most types, and a map for others. */
function readTags(tags: JsonValue | undefined): { [key: string]: string } {
  if (Array.isArray(tags))
    return tagsOf(tags.filter(isJsonObject).map(({ Key, Value }) => ({ Key: text(Key), Value: text(Value) })));
  if (!isJsonObject(tags)) return {};
  return tagsOf(Object.fromEntries(Object.entries(tags).flatMap(([key, value]) => [[key, text(value) ?? '']])));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
