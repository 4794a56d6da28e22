import { expect, test, vi } from 'vitest';
import { DomainError, errorCode } from './errors';

async function anotherCopy(): Promise<typeof import('./errors')> {
  vi.resetModules();
  return import('./errors');
}

test('a domain error that another copy of the module threw is known as one', async () => {
  const other = await anotherCopy();
  expect(other.DomainError).not.toBe(DomainError);
  const error = new other.DomainError('conflict', 'DeliveryInProgress', 'A delivery is running.');
  expect(error).toBeInstanceOf(DomainError);
  expect(errorCode(error)).toBe('DeliveryInProgress');
});

test('other errors are none, whatever fields they have', () => {
  expect(new Error('x')).not.toBeInstanceOf(DomainError);
  expect({ kind: 'invalid', code: 'X', message: 'x' } instanceof DomainError).toBe(false);
  expect((null as unknown) instanceof DomainError).toBe(false);
});

test('a domain error is not taken for one of its subclasses', () => {
  class Special extends DomainError {}
  const special = new Special('invalid', 'X', 'x');
  expect(special).toBeInstanceOf(Special);
  expect(special).toBeInstanceOf(DomainError);
  expect(new DomainError('invalid', 'X', 'x')).not.toBeInstanceOf(Special);
});
