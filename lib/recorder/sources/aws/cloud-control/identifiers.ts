import { CloudControlClient, paginateListResources } from '@aws-sdk/client-cloudcontrol';
import { errorCode } from '../../../../errors';
import type { AwsAccess } from '../calls/access';
import { flattenPages } from '../calls/pages';

/** Within what a type of the registry is listed. */
export interface ListingScope {
  /**
   * The type of which each resource is asked for its own, and the property that names it: Cloud Control lists environments of AppConfig by
   * the application alone (`handlers.list.handlerSchema` of the type's schema).
   */
  parent?: { type: string; property: string };
  /** Whether a Region whose registry has not the type is taken for one that has none of its resources. */
  mayBeMissing?: boolean;
}

/**
 * The registry's identifiers of all resources of a type.
 *
 * @throws what Cloud Control answers; `TypeNotFoundException` only where the type may not be missing
 */
export async function* listIdentifiers(
  access: AwsAccess,
  type: string,
  { parent, mayBeMissing = false }: ListingScope = {},
): AsyncGenerator<string> {
  try {
    if (parent === undefined) {
      yield* identifiers(access, type);
      return;
    }
    for await (const identifier of identifiers(access, parent.type)) {
      yield* identifiers(access, type, { [parent.property]: identifier });
    }
  } catch (error) {
    if (!mayBeMissing || errorCode(error) !== 'TypeNotFoundException') throw error;
  }
}

async function* identifiers(
  access: AwsAccess,
  TypeName: string,
  model?: { [property: string]: string },
): AsyncGenerator<string> {
  const client = access.client(CloudControlClient);
  const within = model === undefined ? {} : { ResourceModel: JSON.stringify(model) };
  try {
    const pages = paginateListResources({ client, pageSize: 100 }, { TypeName, ...within });
    yield* flattenPages(pages, (page) => page.ResourceDescriptions?.flatMap(({ Identifier }) => Identifier ?? []));
  } catch (error) {
    // The parent is gone meanwhile, or the one resource of its kind is not set up.
    if (errorCode(error) !== 'ResourceNotFoundException') throw error;
  }
}
