import {
  CloudControlClient,
  GetResourceCommand,
  paginateListResources,
  type ResourceDescription,
} from '@aws-sdk/client-cloudcontrol';
import { DomainError } from '../../../../errors';
import type { JsonValue } from '../../../../items/configuration-item';
import { isJsonObject } from '../../../../items/form/item-fields';
import { typeParts } from '../../../../items/resource-type';
import { parseJson } from '../../../../json';
import { ignoreNotFound } from '../calls/optional-call';
import { enrich, flattenPages } from '../calls/pages';
import { tagsOf } from '../fields/tags';
import { type AwsResourceType, resourceType } from '../resource-type';

interface RegistryResource {
  identifier: string | undefined;
  properties: { [name: string]: JsonValue };
}

/** The IAM actions of Cloud Control itself; it reads with the caller's permissions for the type's own service besides. */
export const cloudControlPermissions = ['cloudformation:ListResources', 'cloudformation:GetResource'];

/**
 * A row of the table for any type of the CloudFormation registry, by the Cloud Control API: the id is the registry's primary
 * identifier (parts of a compound one are joined by `|`), `configuration` the properties as the registry spells them, which is the form
 * that AWS Config has for types that came from there. What the registry holds for write-only, such as passwords, is never answered.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations.html
 */
export function registryType(name: string): AwsResourceType {
  return resourceType<RegistryResource>({
    resourceType: name,
    permissions: cloudControlPermissions,
    list({ client }) {
      const control = client(CloudControlClient);
      return enrich(
        flattenPages(
          paginateListResources({ client: control, pageSize: 100 }, { TypeName: name }),
          (page) => page.ResourceDescriptions,
        ),
        // Lists of many types tell of nothing but the identifier.
        ({ Identifier }) =>
          ignoreNotFound(['ResourceNotFoundException'], async () => {
            const answer = await control.send(new GetResourceCommand({ TypeName: name, Identifier }));
            return read(name, { Identifier, ...answer.ResourceDescription });
          }),
      );
    },
    describe: ({ identifier, properties }) => ({
      id: identifier,
      name: firstText(properties, ['Name', `${typeParts(name).name}Name`]),
      arn: firstText(properties, ['Arn', 'ARN', `${typeParts(name).name}Arn`]) ?? arnIn(identifier),
      zone: 'Regional',
      tags: readTags(properties.Tags),
      configuration: properties,
    }),
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
  return [...table, ...names.filter((name) => !known.has(name)).map(registryType)];
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

function firstText(properties: RegistryResource['properties'], names: readonly string[]): string | undefined {
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
