import { DomainError } from '../../errors';
import { type Archive, archiveOf, invalidObjectState } from '../archive';
import { shownName } from '../names';

/** What can be asked of S3 besides, where its refusal alone does not say what to do. Each may fail, as the first call did. */
export interface Inquiries {
  /** Asks again in a way that is answered with a body, which names the code: a HEAD has none. */
  hear(): Promise<unknown>;
  /** The archive that the object is in. */
  archive(): Promise<Archive | undefined>;
  /** Who pays for requests: `Requester` or `BucketOwner`. The owner alone may ask. */
  payer(): Promise<string | undefined>;
}

/** What a call that reads was about. */
export interface Reading {
  bucket: string;
  key?: string;
  /** We said already that we pay. */
  requesterPays: boolean;
}

/**
 * What S3 refused, with what to do where somebody can: a HEAD's reason is heard, an archived object says whether it must be restored or
 * is on its way, and a bucket whose requesters pay is told from one that is closed. Anything else is given back as it is.
 */
export async function explainRefusal(error: unknown, reading: Reading, ask: Partial<Inquiries>): Promise<unknown> {
  if (!(error instanceof DomainError)) return error;
  if (isUnnamed(error) && ask.hear) {
    const heard = await failureOf(ask.hear);
    if (heard instanceof DomainError && !isUnnamed(heard)) {
      return explainRefusal(heard, reading, { ...ask, hear: undefined });
    }
  }
  const { bucket, key = '' } = reading;
  if (error.code === 'InvalidObjectState') {
    const found = await ask.archive?.().catch(() => undefined);
    const archive = found ?? archiveOf(error.cause as object);
    return archive ? invalidObjectState(bucket, key, archive, { cause: error }) : error;
  }
  if (error.code === 'AccessDenied' && !reading.requesterPays && ask.payer) return deniedTo(error, bucket, ask.payer);
  return error;
}

/** What the SDK calls an error that came without a body; S3's own code is known where there was one. */
const unnamed = /^(Unknown|UnknownError|Forbidden|BadRequest|\d{3})$/;

/** Whether S3 did not say why: as an answer to HEAD it cannot. */
export function isUnnamed(error: Error): boolean {
  const said = error instanceof DomainError ? error.cause : error;
  return said instanceof Error && unnamed.test(said.name);
}

async function failureOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return error;
  }
}

const sayWePay =
  'set SNAPSCOPE_S3_REQUESTER_PAYS=yes: AWS then bills the account of these credentials for requests and bytes';

/** S3 refuses who does not say that he pays as it refuses anybody ("Requester Pays buckets", Amazon S3 User Guide). */
async function deniedTo(error: DomainError, bucket: string, payer: Inquiries['payer']): Promise<DomainError> {
  const pays = await payer().catch(() => undefined);
  if (pays === 'BucketOwner') return error;
  const options = { cause: error };
  if (pays === 'Requester') {
    const message = `Who reads the bucket "${shownName(bucket)}" pays for it (Requester Pays). To read it, ${sayWePay}.`;
    return new DomainError('denied', 'RequesterPays', message, options);
  }
  return new DomainError('denied', error.code, `${error.message} If its requesters pay, ${sayWePay}.`, options);
}
