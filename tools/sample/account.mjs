import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** @typedef {Record<string, string>} Tags */

/** @typedef {{ resourceType: string, resourceId?: string, resourceName?: string, name: string }} Relationship */

/**
 * A configuration item of the sample.
 * @template [Configuration=unknown]
 * @typedef {object} Item
 * @property {never[]} relatedEvents
 * @property {Relationship[]} relationships
 * @property {Configuration} configuration
 * @property {object} supplementaryConfiguration
 * @property {Tags} tags
 * @property {string} configurationItemVersion
 * @property {string} configurationItemCaptureTime
 * @property {number} configurationStateId
 * @property {string} awsAccountId
 * @property {string} configurationItemStatus
 * @property {string} resourceType
 * @property {string} resourceId
 * @property {string} [resourceName]
 * @property {string} [ARN]
 * @property {string} awsRegion
 * @property {string} [availabilityZone]
 * @property {string} configurationStateMd5Hash
 * @property {string} [resourceCreationTime]
 */

/**
 * What is told of a resource, to become its item.
 * @template Configuration
 * @typedef {object} Resource
 * @property {string} type
 * @property {string} id
 * @property {string} [name]
 * @property {string} [arn]
 * @property {string} [region] the account's own where it is left out
 * @property {string} [zone]
 * @property {string} [created]
 * @property {Tags} [tags]
 * @property {Configuration} configuration
 * @property {object} [supplementary]
 */

/** @type {Record<string, Record<string, string>>} The relationships that AWS draws: by type, by the type at the other end. */
const relationshipNames = JSON.parse(
  readFileSync(new URL('../../lib/items/relationship-names.json', import.meta.url), 'utf8'),
);

/** When the sample account was recorded; every time in it counts back from here. */
const recordedAt = Date.parse('2026-11-20T06:00:00.000Z');
const day = 86_400_000;

/** Items without an ARN, as real files have about one in seven. */
const withoutArn = new Set([
  'AWS::EC2::InternetGateway',
  'AWS::EC2::LaunchTemplate',
  'AWS::EC2::RouteTable',
  'AWS::EC2::NetworkAcl',
  'AWS::EC2::EIP',
  'AWS::EC2::NatGateway',
  'AWS::EC2::VPCEndpoint',
  'AWS::AutoScaling::ScalingPolicy',
]);

/** Collects the resources of one made-up account. Everything follows from the names given, so that two runs give equal bytes. */
export class Account {
  id = '123456789012';
  region = 'us-west-2';
  /** @type {Item[]} */
  items = [];

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
   * Adds one resource and gives its item, to be linked.
   * @template Configuration
   * @param {Resource<Configuration>} resource
   * @returns {Item<Configuration>}
   */
  add({ type, id, name, arn, region, zone, created, tags = {}, configuration, supplementary = {} }) {
    const key = `${type}/${id}`;
    const captured = Math.floor(recordedAt - (parseInt(this.hex(`captured/${key}`, 8), 16) / 2 ** 32) * 18 * day);
    /** @type {Item<Configuration>} */
    const item = {
      relatedEvents: [],
      relationships: [],
      configuration,
      supplementaryConfiguration: supplementary,
      tags,
      configurationItemVersion: '1.3',
      configurationItemCaptureTime: new Date(captured).toISOString(),
      configurationStateId: captured,
      awsAccountId: this.id,
      configurationItemStatus: parseInt(this.hex(`status/${key}`, 2), 16) < 200 ? 'ResourceDiscovered' : 'OK',
      resourceType: type,
      resourceId: id,
      ...(name && { resourceName: name }),
      ...(arn && !withoutArn.has(type) && { ARN: arn }),
      awsRegion: region ?? this.region,
      ...(zone && { availabilityZone: zone }),
      configurationStateMd5Hash: '',
      ...(created && { resourceCreationTime: created }),
    };
    this.items.push(item);
    return item;
  }

  /** Relates two resources in each direction in which AWS does. @param {Item} left @param {Item} right */
  link(left, right) {
    const there = this.#relate(left, right.resourceType, { resourceId: right.resourceId });
    const back = this.#relate(right, left.resourceType, { resourceId: left.resourceId });
    if (!there && !back) throw new Error(`AWS relates neither ${left.resourceType} to ${right.resourceType} nor back.`);
  }

  /** Relates a resource to one that it knows by name alone. @param {Item} from @param {Item} to */
  linkByName(from, to) {
    this.#must(from, to.resourceType, { resourceName: to.resourceName });
  }

  /** Relates a resource to one that is not in the account's snapshot. @param {Item} from @param {string} type @param {string} id */
  dangle(from, type, id) {
    this.#must(from, type, { resourceId: id });
  }

  /** @param {Item} from @param {string} type @param {Pick<Relationship, 'resourceId' | 'resourceName'>} target */
  #must(from, type, target) {
    if (!this.#relate(from, type, target)) throw new Error(`AWS does not relate ${from.resourceType} to ${type}.`);
  }

  /**
   * @param {Item} from
   * @param {string} type
   * @param {Pick<Relationship, 'resourceId' | 'resourceName'>} target
   * @returns whether AWS relates the two
   */
  #relate(from, type, target) {
    const names = relationshipNames[from.resourceType];
    const name = names?.[type] ?? names?.['*'];
    if (name === undefined) return false;
    from.relationships.push({ ...target, resourceType: type, name });
    return true;
  }

  /** The whole as a snapshot document. Its items come in no order, as in real files. */
  snapshot() {
    /** @param {Item} item */
    const place = (item) => this.hex(`place/${item.resourceType}/${item.resourceId}`, 16);
    return {
      fileVersion: '1.0',
      configSnapshotId: this.uuid('snapshot'),
      configurationItems: this.items.toSorted((left, right) => (place(left) < place(right) ? -1 : 1)),
    };
  }
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

/** Tags as EC2 lists them within a configuration. @param {Tags} tags */
export function tagList(tags) {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** Tags as types of the CloudFormation registry list them. @param {Tags} tags */
export function registryTags(tags) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
