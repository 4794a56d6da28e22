import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { indexOfPlain } from '../../index/test-index';
import { GraphNodes } from '../graph-nodes';
import { item } from '../map/test-map';
import { DerivedReading } from './derived-reading';

test('a reading that fails while nobody waits for it is told to the next question, and begun anew by the one after', async () => {
  const items = [item('AWS::Lambda::Function', 'resize')];
  const { index, keys } = await indexOfPlain(items);
  const reading = new DerivedReading(new GraphNodes(index, keys), 'test');
  let opened = 0;
  const openBroken = async () => {
    opened += 1;
    await setTimeout(500);
    throw new Error('The disk is gone');
  };
  const openText = async () => {
    opened += 1;
    return (async function* () {
      yield Buffer.from(JSON.stringify(items));
    })();
  };
  expect(await reading.columns(openBroken)).toBeUndefined();
  expect(reading.progress()).toMatchObject({ state: 'reading' });
  await expect.poll(() => reading.progress().state).toBe('failed');
  expect(await reading.columns(openText)).toBeUndefined();
  expect(reading.progress()).toMatchObject({ state: 'failed', message: 'The document could not be read to its end.' });
  expect(opened).toBe(1);
  expect(await reading.columns(openText)).toMatchObject({ count: 0 });
  expect(reading.progress()).toMatchObject({ state: 'ready' });
  expect(opened).toBe(2);
});
