import type {
  ListConfigurationRecordersRequest,
  ListConfigurationRecordersResponse,
} from '@aws-sdk/client-config-service';
import { recordersAskedFor } from '../../lookups/recorder-lookup';
import type { Operation, WirePorts } from '../../operation';
import { pagePosition } from '../../shapes/page-token';

/** All recorders in short, by recording scope if wanted: one at most, so there is never a second page. */
export const listConfigurationRecorders =
  ({
    recorder,
  }: Pick<WirePorts, 'recorder'>): Operation<ListConfigurationRecordersRequest, ListConfigurationRecordersResponse> =>
  async ({ Filters, NextToken }, scope) => {
    // The model declares no InvalidNextTokenException here, but every other operation with pages has it.
    pagePosition(['ListConfigurationRecorders', scope], NextToken);
    const found = await recordersAskedFor(recorder, scope, {});
    const wanted = (Filters ?? []).every(({ filterValue }) => !filterValue || filterValue.includes('PAID'));
    return {
      ConfigurationRecorderSummaries: wanted
        ? found.map(({ arn, name }) => ({ arn, name, recordingScope: 'PAID' }))
        : [],
    };
  };
