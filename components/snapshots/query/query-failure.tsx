import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import { ApiFailure } from '@/lib/api/client/api-failure';

/** Why a query was not answered. The lines that show the place of a mistake stand as they are, one below the other. */
export function QueryFailure({ error }: { error: Error }) {
  const lines = error.message.split('\n');
  // The line with the mistake, and the mark below it.
  const place = lines.at(-1)?.trim() === '^' ? lines.splice(-2) : [];
  return (
    <Alert type="error" header="The query was not answered">
      <div role="alert">
        {lines.join(' ')} {error instanceof ApiFailure && <Box variant="code">{error.code}</Box>}
        {place.length > 0 && (
          <pre className="query-place">
            <code>{place.join('\n')}</code>
          </pre>
        )}
      </div>
    </Alert>
  );
}
