import type { ObservedResource } from '../port';
import type { AwsResourceType } from './resource-type';
import { type AnsweringOptions, type Answers, listAnswers } from './test-answering-account';

/** What AWS answers, by operation (`listAliases`); a function is given the input. What is an `Error`, or given as one, is thrown. */
interface StubbedAnswers {
  readonly [operation: string]: object | ((input: never) => object);
}

/** The items that one type becomes of what AWS answers. */
export function itemsOf(
  type: AwsResourceType,
  answers: StubbedAnswers,
  options?: AnsweringOptions,
): Promise<ObservedResource[]> {
  const byOperation: Answers = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      (input: never) => {
        const output = typeof answer === 'function' ? answer(input) : answer;
        if (output instanceof Error) throw output;
        return output;
      },
    ]),
  );
  return listAnswers([type], byOperation, options);
}

/** An error of AWS's by its code. */
export function awsError(code: string): Error {
  return Object.assign(new Error(code), { name: code });
}

/** What all items have that say nothing of themselves. */
export const bare = {
  relatedEvents: [],
  relationships: [],
  supplementaryConfiguration: {},
  tags: {},
  awsRegion: 'us-west-2',
};
