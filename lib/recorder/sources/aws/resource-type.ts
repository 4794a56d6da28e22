import type { JsonValue, Relationship } from '../../../items/configuration-item';
import { relationshipName } from '../../../items/relationships';
import { globalRegion } from '../../../items/scope';
import type { ObservedResource } from '../port';
import type { AwsAccess } from './calls/access';
import type { NamedEnd } from './edges/edges';

/** Another resource by its id; with its name too where AWS Config writes both (`edges/named-ends.ts`). */
type OtherEnd = string | { id: string | undefined; name: string | undefined };

type OtherEnds = OtherEnd | undefined | readonly (OtherEnd | undefined)[];

type Names = string | undefined | readonly (string | undefined)[];

/** What of one resource becomes its configuration item. Fields that the resource has not are undefined or left out. */
export interface Description {
  id: string | undefined;
  name?: string;
  arn?: string;
  createdAt?: Date;
  /** A zone, or one of the words AWS writes in its place. */
  zone?: string | 'Regional' | 'Not Applicable' | 'Multiple Availability Zones';
  /** Where AWS Config records it, if that is not the region that was asked. */
  region?: string;
  tags?: { [key: string]: string };
  /** In AWS Config's own casing: see `camelCase` and `asSpelt`. */
  configuration: { [name: string]: JsonValue };
  supplementaryConfiguration?: { [name: string]: JsonValue };
}

/** How resources of one type are listed and read. */
export interface Declaration<Resource> {
  resourceType: string;
  /** The IAM actions that `list` needs, the first one being that of the listing itself. */
  permissions: readonly string[];
  /** Resources of a global type belong to no region (IAM): their items say `global`. */
  global?: boolean;
  /**
   * Every resource that exists now.
   *
   * @throws when it could not list them all.
   */
  list(access: AwsAccess): AsyncIterable<Resource>;
  describe(resource: Resource, access: AwsAccess): Description;
  /**
   * The ids of the other resources that a resource names, by their type. An edge is declared once, at either end: it is drawn
   * at both, where AWS Config draws it (`lib/items/relationships.ts`).
   */
  related?: { readonly [resourceType: string]: (resource: Resource) => OtherEnds };
  /** The same for others that are named by name and not by id; drawn here only. */
  relatedByName?: { readonly [resourceType: string]: (resource: Resource) => Names };
  /** Others whose type only the resource itself tells, as of a stack; drawn here only. */
  relatedOfAnyType?: (resource: Resource) => readonly Omit<Relationship, 'name'>[];
}

/** A resource as listed: its item but for the edges, and the other ends of those. */
export interface Listed {
  resource: ObservedResource;
  edges: NamedEnd[];
}

/** A row of the table of types: a declaration that has forgotten what the service's own form of the resource is. */
export interface AwsResourceType {
  readonly resourceType: string;
  readonly permissions: readonly string[];
  readonly global: boolean;
  /** The types to which this one tells edges by id. */
  readonly tellsOf: readonly string[];
  /** Those of them that are named by name only. */
  readonly tellsByName: readonly string[];
  /** Yields undefined for what came without an id. */
  list(access: AwsAccess): AsyncIterable<Listed | undefined>;
}

/** Makes a row of the table: `resourceType<Volume>({ ... })`. */
export function resourceType<Resource>(declaration: Declaration<Resource>): AwsResourceType {
  return {
    resourceType: declaration.resourceType,
    permissions: declaration.permissions,
    global: declaration.global ?? false,
    tellsOf: Object.keys(declaration.related ?? {}),
    tellsByName: Object.keys(declaration.relatedByName ?? {}),
    async *list(access) {
      for await (const resource of declaration.list(access)) yield listed(declaration, resource, access);
    },
  };
}

function listed<Resource>(
  declaration: Declaration<Resource>,
  resource: Resource,
  access: AwsAccess,
): Listed | undefined {
  const { id, name, arn, createdAt, zone, region, tags, configuration, supplementaryConfiguration } =
    declaration.describe(resource, access);
  if (id === undefined || id === '') return undefined;
  return {
    resource: {
      relatedEvents: [],
      relationships: [...byName(declaration, resource), ...ofAnyType(declaration, resource)],
      configuration,
      supplementaryConfiguration: supplementaryConfiguration ?? {},
      tags: tags ?? {},
      resourceType: declaration.resourceType,
      resourceId: id,
      ...(name === undefined ? {} : { resourceName: name }),
      ...(arn === undefined ? {} : { ARN: arn }),
      awsRegion: region ?? (declaration.global ? globalRegion : access.region),
      ...(zone === undefined ? {} : { availabilityZone: zone }),
      ...(createdAt === undefined ? {} : { resourceCreationTime: createdAt.toISOString() }),
    },
    edges: Object.entries(declaration.related ?? {}).flatMap(([type, idsOf]) => otherEnds(type, idsOf(resource))),
  };
}

function byName<Resource>({ resourceType: type, relatedByName }: Declaration<Resource>, resource: Resource) {
  return Object.entries(relatedByName ?? {}).flatMap(([relatedType, namesOf]): Relationship[] => {
    const name = relationshipName(type, relatedType);
    if (name === undefined) return [];
    return present(namesOf(resource)).map((resourceName) => ({ resourceName, resourceType: relatedType, name }));
  });
}

function ofAnyType<Resource>({ resourceType: type, relatedOfAnyType }: Declaration<Resource>, resource: Resource) {
  return (relatedOfAnyType?.(resource) ?? []).flatMap((related): Relationship[] => {
    const name = relationshipName(type, related.resourceType);
    return name === undefined ? [] : [{ ...related, name }];
  });
}

/** Each once: a network interface may name the same security group for two of its addresses. */
function present(names: Names): string[] {
  const list = typeof names === 'string' ? [names] : (names ?? []);
  return [...new Set(list.filter((name) => name !== undefined && name !== ''))] as string[];
}

function otherEnds(resourceType: string, ends: OtherEnds): NamedEnd[] {
  const list = ends === undefined || typeof ends === 'string' || 'id' in ends ? [ends] : ends;
  return list.flatMap((end): NamedEnd[] => {
    const { id, name } = typeof end === 'object' ? end : { id: end, name: undefined };
    if (id === undefined || id === '') return [];
    return [{ resourceType, resourceId: id, ...(name === undefined ? {} : { resourceName: name }) }];
  });
}
