import type { JsonNumber } from '../json';

/**
 * A configuration item as a snapshot file holds it: AWS Config's modern form, version 1.3 (field order and casing as seen in
 * real files). Fields without a value are absent, never null. Unknown fields are carried along behind the known ones.
 */
export interface ConfigurationItem {
  relatedEvents: string[];
  relationships: Relationship[];
  /** Free JSON; an object for nearly every type. */
  configuration: JsonValue;
  supplementaryConfiguration: { [name: string]: JsonValue };
  tags: { [key: string]: string };
  configurationItemVersion: string;
  /** ISO 8601 with milliseconds and `Z`. */
  configurationItemCaptureTime: string;
  /** Capture time in epoch milliseconds in modern files; a uuid in files of 2014. */
  configurationStateId: number | string;
  awsAccountId: string;
  configurationItemStatus: string;
  resourceType: string;
  resourceId: string;
  resourceName?: string;
  ARN?: string;
  awsRegion: string;
  /** A zone, or `Regional`, `Not Applicable`, `Multiple Availability Zones`. */
  availabilityZone?: string;
  configurationStateMd5Hash: string;
  /** ISO 8601. */
  resourceCreationTime?: string;
}

/** One end of an edge. `name` is kept exactly as written (AWS ends many with a space); show it trimmed. */
export interface Relationship {
  resourceId?: string;
  resourceName?: string;
  resourceType: string;
  name: string;
}

export type JsonValue = null | boolean | number | JsonNumber | string | JsonValue[] | { [key: string]: JsonValue };
