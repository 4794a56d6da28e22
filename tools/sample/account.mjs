import { createHash } from 'node:crypto';

/** @typedef {Record<string, string>} Tags */

/**
 * A resource of the sample: how others name it, and what its service answers of it.
 * @template [Answer=any]
 * @typedef {object} Resource
 * @property {string} type
 * @property {string} id
 * @property {string} [name]
 * @property {string} [arn]
 * @property {string} [zone]
 * @property {Tags} [tags]
 * @property {Answer} answer as the service's first call answers it; the first letters of names may be small, and times are ISO text
 * @property {Record<string, any>} [more] what its further calls answer, by what they are asked for (`answers.mjs`)
 */

/**
 * A resource that was listed, as the source of AWS's APIs describes it.
 * @typedef {object} Listed
 * @property {unknown[]} relatedEvents
 * @property {unknown[]} relationships
 * @property {unknown} configuration
 * @property {object} supplementaryConfiguration
 * @property {Tags} tags
 * @property {string} resourceType
 * @property {string} resourceId
 * @property {string} [resourceName]
 * @property {string} [ARN]
 * @property {string} awsRegion
 * @property {string} [availabilityZone]
 * @property {string} [resourceCreationTime]
 */

/** When the sample account was recorded; every time in it counts back from here. */
const recordedAt = Date.parse('2026-11-20T06:00:00.000Z');
const day = 86_400_000;

/** Collects the resources of one made-up account. Everything follows from the names given, so that two runs give equal bytes. */
export class Account {
  id = '123456789012';
  region = 'us-west-2';
  /** @type {Resource[]} */
  resources = [];

  /** Hex digits that look random and depend on `name` alone. @param {string} name @param {number} length */
  hex(name, length) {
    return createHash('sha256').update(name).digest('hex').slice(0, length);
  }

  /** An id as EC2 makes them today: `i-0` and 16 hex digits. @param {string} prefix @param {string} name */
  ec2Id(prefix, name) {
    return `${prefix}-0${this.hex(`${prefix}/${name}`, 16)}`;
  }

  /** An id as IAM and RDS make them: capitals and digits. @param {string} prefix @param {string} name @param {number} length */
  capitals(prefix, name, length) {
    const bytes = createHash('sha512').update(`${prefix}/${name}`).digest();
    return (
      prefix + Array.from(bytes.subarray(0, length), (byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[byte % 32]).join('')
    );
  }

  /** @param {string} name */
  uuid(name) {
    const hex = this.hex(name, 32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** @param {string} service @param {string} resource @param {string} [region] */
  arn(service, resource, region = this.region) {
    return `arn:aws:${service}:${region}:${this.id}:${resource}`;
  }

  /** A moment in the account's past: on a whole second, within `span` days before `age` days ago. @param {string} name @param {number} age @param {number} [span] */
  time(name, age, span = 0) {
    const back = age * day + (parseInt(this.hex(`time/${name}`, 8), 16) / 2 ** 32) * span * day;
    return new Date(Math.floor((recordedAt - back) / 1000) * 1000).toISOString();
  }

  /**
   * Adds one resource.
   * @template Answer
   * @param {Resource<Answer>} resource
   * @returns {Resource<Answer> & { tags: Tags }}
   */
  add(resource) {
    const added = { tags: {}, ...resource };
    this.resources.push(added);
    return added;
  }

  /**
   * The listed resources as a snapshot document, without the nulls that files have none of. Its items come in no order, as in real files.
   * @param {Listed[]} listed
   */
  snapshot(listed) {
    /** @param {Listed} resource */
    const place = ({ resourceType, resourceId }) => this.hex(`place/${resourceType}/${resourceId}`, 16);
    return {
      fileVersion: '1.0',
      configSnapshotId: this.uuid('snapshot'),
      configurationItems: listed
        .toSorted((left, right) => (place(left) < place(right) ? -1 : 1))
        .map((resource) => this.#item(resource)),
    };
  }

  /** @param {Listed} resource */
  #item({ relatedEvents, relationships, configuration, supplementaryConfiguration, tags, ...resource }) {
    const { resourceType, resourceId, resourceName, ARN, awsRegion, availabilityZone, resourceCreationTime } = resource;
    const key = `${resourceType}/${resourceId}`;
    const captured = Math.floor(recordedAt - (parseInt(this.hex(`captured/${key}`, 8), 16) / 2 ** 32) * 18 * day);
    return {
      relatedEvents,
      relationships,
      configuration: withoutNulls(configuration),
      supplementaryConfiguration: withoutNulls(supplementaryConfiguration),
      tags,
      configurationItemVersion: '1.3',
      configurationItemCaptureTime: new Date(captured).toISOString(),
      configurationStateId: captured,
      awsAccountId: this.id,
      configurationItemStatus: parseInt(this.hex(`status/${key}`, 2), 16) < 200 ? 'ResourceDiscovered' : 'OK',
      resourceType,
      resourceId,
      resourceName,
      ARN,
      awsRegion,
      availabilityZone,
      configurationStateMd5Hash: '',
      resourceCreationTime,
    };
  }
}

/** @param {unknown} value @returns {unknown} */
function withoutNulls(value) {
  return JSON.parse(JSON.stringify(value, (_, field) => (field === null ? undefined : field)));
}

/**
 * The tags of a resource as most items have them.
 * @param {string} name
 * @param {string} environment
 * @param {string} team
 * @param {string} costCenter
 * @returns {Tags}
 */
export function tagsOf(name, environment, team, costCenter) {
  return { Name: name, Environment: environment, Team: team, CostCenter: costCenter };
}

/** Tags as most services list them. @param {Tags} tags */
export function tagList(tags) {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** Tags as types of the CloudFormation registry list them. @param {Tags} tags */
export function registryTags(tags) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
