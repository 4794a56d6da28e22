import { operationNames } from './model';
import { operations } from './operations';

/** Every operation of AWS Config in the model's order, and whether Snapscope has it. */
export const operationSupport: { name: string; supported: boolean }[] = operationNames.map((name) => ({
  name,
  supported: operations.has(name),
}));
