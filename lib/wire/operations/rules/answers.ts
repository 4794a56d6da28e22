import { WireError } from '../../errors';
import { operationModel } from '../../model/model';
import type { Checked, Operation } from '../../operation';
import { invalidNextToken } from '../../shapes/page-token';

/**
 * Makers of operations on what Snapscope never has: rules, conformance packs, remediation. They hold no state and need no port. The truth is
 * "none", and it is told in the form of AWS's own answers, so that whoever asks goes on.
 */

/**
 * An operation that lists them. A `NextToken` is refused, since no page before ever gave one.
 *
 * @param answer the whole answer: empty lists in the output's form.
 * @param missing the error of what the request asks for by name, if it names anything.
 */
export function listsNothing<Input, Output>(
  answer: Output,
  missing: (input: Checked<Input>) => WireError | undefined = () => undefined,
): () => Operation<Input, Output> {
  return () => async (input) => {
    const error = missing(input);
    if (error) throw error;
    if ((input as { NextToken?: string }).NextToken !== undefined) throw invalidNextToken();
    return answer;
  };
}

/** An operation on one of them by its name, which is never there. */
export function findsNothing<Input>(missing: (input: Checked<Input>) => WireError): () => Operation<Input, never> {
  return () => async (input) => {
    throw missing(input);
  };
}

/** AWS tells both in its SDKs' types, and no SDK tries again on either. */
const refusals = ['ValidationException', 'InvalidParameterValueException'] as const;

/**
 * An operation that would make one of them, or have something evaluated. It fails with `ValidationException` ("The requested operation is not
 * valid", in the model's words) or, where it does not declare that, with `InvalidParameterValueException`. The sentence is ours.
 */
export function isRefused(operation: string): () => Operation<unknown, never> {
  const declared = operationModel(operation)?.errors ?? [];
  const code = refusals.find((each) => declared.includes(each)) ?? refusals[0];
  return () => async () => {
    throw new WireError(
      code,
      `Snapscope does not evaluate rules, and so does not take ${operation}. Nothing was changed. It records configurations; evaluate rules with AWS Config itself.`,
    );
  };
}
