import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import { ApiFailure } from '@/lib/api/queries';

/** Why a query was not answered. The lines that show the place of a mistake stand as they are, one below the other. */
export function QueryFailure({ error }: { error: Error }) {
  const [message = '', ...place] = error.message.split('\n');
  return (
    <Alert type="error" header="The query was not answered">
      <div role="alert">
        {message} {error instanceof ApiFailure && <Box variant="code">{error.code}</Box>}
        {place.length > 0 && (
          <pre className="query-place">
            <code>{place.join('\n')}</code>
          </pre>
        )}
      </div>
    </Alert>
  );
}
