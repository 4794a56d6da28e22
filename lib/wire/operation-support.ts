import { operationNames } from './model/model';
import { operations } from './operations/table';

/** Every operation of AWS Config in the model's order, and whether Snapscope has it. */
export const operationSupport: { name: string; supported: boolean }[] = operationNames.map((name) => ({
  name,
  supported: operations.has(name),
}));
