import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import { ApiFailure, failureCode } from '@/lib/api/client/api-failure';

/** Why a query was not answered. The lines that show the place of a mistake stand as they are, one below the other. */
export function SqlFailure({ error }: { error: Error }) {
  return (
    <Alert type="error" header="The query was not answered">
      <div role="alert">
        {error.message} <Box variant="code">{failureCode(error)}</Box>
        {error instanceof ApiFailure && error.excerpt !== undefined && (
          <pre className="query-place">
            <code>{error.excerpt}</code>
          </pre>
        )}
      </div>
    </Alert>
  );
}
