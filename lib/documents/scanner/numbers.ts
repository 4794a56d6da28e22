// The numbers that the scanner and TypeScript tell each other. Both compilers read this file, so that each is written once; the
// AssemblyScript compiler wants nothing in it but enums.

/** What `scan` stops at. */
export enum Stop {
  /** All bytes were read: more are wanted. */
  more,
  /** An item has ended that is for TypeScript to look at. */
  itemFound,
  /** A field of the document has ended, one beside its items. */
  fieldFound,
  /** The document is broken: `Failure` tells how, `getPos` where. */
  failed,
  /** A document has ended, and another one begins behind it. */
  documentEnded,
}

/** What may come next in a document. */
export enum Expected {
  document,
  value,
  valueOrEnd,
  key,
  keyOrEnd,
  colon,
  nextInObject,
  nextInList,
  list,
  end,
}

/** What is wrong with a document. */
export enum Failure {
  none,
  /** Something else than `Expected` stands there. */
  unexpected,
  tooDeep,
  notAList,
  secondList,
  badString,
  badScalar,
}

/**
 * The keys that mean something, by number; `known-keys.ts` has their spellings. From `type` to `status` they are in the order in which a
 * record holds their strings.
 */
export enum Key {
  other,
  type,
  id,
  name,
  region,
  zone,
  account,
  status,
  captureTime,
  creationTime,
  relationships,
  tags,
  relatedEvents,
  supplementaryConfiguration,
  version,
  arn,
  md5Hash,
  stateId,
  /** Fields of older forms and of the API's. */
  older = 20,
  /** A relationship's own name. */
  relationshipName = 30,
  /** The list of items. */
  items = 40,
  /** Keys of tags, in AWS's spellings: `isTag` of lib/items/compare/content.ts. */
  firstTagKey = 51,
  lastTagKey = 55,
  /** Values of tags; the last one goes with two spellings of the key. */
  firstTagValue = 61,
  lastTagValue = 64,
  /** Lists that are sets: lib/items/compare/set-like.ts. */
  setLike = 70,
}

/** What an entry of a record is. */
export enum EntryKind {
  relationship = 1,
  tag = 2,
}

/**
 * The columns of items. Up to `rareNumber` a number of 32 bits for each item, then of 64 bits for each item up to `stateId`, then of
 * 32 bits for each tag, and for each relationship. From `type` to `status` in the order of `Key`.
 */
export enum Column {
  length,
  type,
  id,
  name,
  region,
  zone,
  account,
  status,
  tagStart,
  edgeStart,
  rareNumber,
  hash,
  offset,
  captured,
  stateId,
  tagKey,
  tagValue,
  edgeType,
  edgeId,
  edgeName,
  edgeLabel,
  count,
}
