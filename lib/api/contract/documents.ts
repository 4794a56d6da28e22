import { z } from 'zod';
import { objectRequest } from './buckets';
import { time } from './time';

/** Which object; with `partial=1` what can be read of a broken one will do. Once opened so, every request is answered from that. */
export const documentRequest = objectRequest.extend({
  partial: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
});

/** GET /api/snapshots/document?bucket=&key=[&partial=1]: the header. Answers once the document is open: `openingView` tells how far that is. */
export const documentView = z.object({
  bucket: z.string(),
  key: z.string(),
  etag: z.string(),
  form: z.enum(['snapshot', 'snapshot-2014', 'history']),
  /** configSnapshotId, or requestId in the form of 2014. */
  configSnapshotId: z.string().optional(),
  fileVersion: z.string().optional(),
  accountIds: z.array(z.string()),
  regions: z.array(z.string()),
  itemCount: z.number().int(),
  relationshipCount: z.number().int(),
  /**
   * What the items are: a document may hold several of one resource (account, Region, type and id), its states. The newest one counts in graphs,
   * related items and comparisons.
   */
  states: z.object({
    /** Newest items of resources that are there. */
    current: z.number().int(),
    /** Newest items that tell that their resource was deleted: it is in no graph. */
    deleted: z.number().int(),
    /** Items of resources of which there is a newer one. */
    older: z.number().int(),
  }),
  /** Bytes as stored, and as JSON. */
  storedSize: z.number().int(),
  jsonSize: z.number().int(),
  lastModified: time,
  /** The earliest and the latest capture time among the items. */
  capturedFrom: time.optional(),
  capturedTo: time.optional(),
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
  /** Why it was not read to its end. */
  incomplete: z.object({ code: z.string(), message: z.string() }).optional(),
  /** Where the file holds several documents, one behind the other or in a list: the first thousand, with their items. */
  documents: z
    .object({
      total: z.number().int(),
      first: z.array(z.object({ configSnapshotId: z.string().optional(), items: z.number().int() })),
    })
    .optional(),
  /** What is not as the rest, and was read all the same: `/api/snapshots/notes` tells more. */
  notes: z.object({
    /** Items with fields that are not as they should be. */
    items: z.number().int(),
    /** Values in place of items. */
    values: z.number().int(),
    /** Messages of a topic that carry no item, the most frequent first. */
    messages: z.array(z.object({ messageType: z.string(), count: z.number().int() })),
  }),
});
export type DocumentView = z.infer<typeof documentView>;

/** GET /api/snapshots/opening?bucket=&key= (objectRequest): how far the opening of a document is. Asking does not open it. Sizes are bytes. */
export const openingView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('idle') }),
  z.object({
    state: z.literal('opening'),
    storedRead: z.number().int(),
    storedSize: z.number().int(),
    jsonRead: z.number().int(),
    items: z.number().int(),
    /** Everything was read, and what items name is being looked up. */
    finishing: z.boolean(),
  }),
]);
export type OpeningView = z.infer<typeof openingView>;

/** POST /api/snapshots/opening: ends the opening, for everybody who waits for it. They get `OpeningCancelled`. */
export const cancelOpeningRequest = z.object({
  bucket: z.string().max(255),
  key: z.string().max(1024),
  action: z.literal('cancel'),
});
export const cancelOpeningView = z.object({ cancelled: z.boolean() });

/** GET /api/snapshots/notes?bucket=&key= (objectRequest): what is not as the rest in a document, in its order, the first thousand. */
const inDocument = {
  /** At which the item, value or message begins in the document's JSON. */
  byte: z.number().int(),
};
export const readingNote = z.discriminatedUnion('kind', [
  z.object({
    ...inDocument,
    kind: z.literal('field'),
    itemIndex: z.number().int(),
    field: z.string(),
    problem: z.string(),
  }),
  z.object({ ...inDocument, kind: z.literal('value'), problem: z.string(), what: z.string().optional() }),
  z.object({
    ...inDocument,
    kind: z.literal('message'),
    messageType: z.string(),
    resourceType: z.string().optional(),
    resourceId: z.string().optional(),
    /** The object that the message is about: of an oversized change the whole notification. */
    object: z.object({ bucket: z.string(), key: z.string() }).optional(),
  }),
]);
export type ReadingNote = z.infer<typeof readingNote>;
export const notesView = z.object({ notes: z.array(readingNote) });
