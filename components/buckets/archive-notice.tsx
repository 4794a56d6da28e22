'use client';
import Alert from '@cloudscape-design/components/alert';
import { CodeBlock } from '@/components/ui/code/code-block';
import { UtcTime } from '@/components/ui/time/utc-time';
import type { ObjectView } from '@/lib/api/contract/buckets';

/** Whether the bytes of an object can be read now: those of an archived one cannot until it is restored. */
export function canBeRead({ archive }: Pick<ObjectView, 'archive'>): boolean {
  return archive === undefined || archive.state === 'restored';
}

const headers = {
  archived: 'This object is archived',
  restoring: 'This object is being restored',
  restored: 'This object is archived, and was restored',
};

/** Of an archived object: what has to be done before it can be read, or until when it can be. */
export function ArchiveNotice({ archive }: { archive: NonNullable<ObjectView['archive']> }) {
  const { state, sentence, restoreCommand, restoredUntil } = archive;
  return (
    <Alert type={state === 'archived' ? 'warning' : 'info'} header={headers[state]}>
      {sentence}
      {restoredUntil && (
        <>
          {' '}
          It is kept until <UtcTime value={restoredUntil} />.
        </>
      )}
      {restoreCommand && <CodeBlock label="command that restores it" text={restoreCommand} />}
    </Alert>
  );
}
