import { operationNames } from './model/model';
import { type OperationSupport, supportOf } from './operations/table';

/** Every operation of AWS Config in the model's order, and how Snapscope answers it. */
export const operationSupport: { name: string; support: OperationSupport }[] = operationNames.map((name) => ({
  name,
  support: supportOf(name),
}));
