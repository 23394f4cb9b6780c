import { webcrypto } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { captureOf, holdOf } from './transferIds';

const ORDER = '0199f3b2-7c00-7000-8000-000000000041';

test('the ids are those that the service derives', async () => {
  vi.stubGlobal('crypto', webcrypto);
  expect(await holdOf(ORDER)).toBe('6c189285-8171-8d13-97af-dac0952ad5cc');
  expect(await captureOf(ORDER)).toBe('06fd08b8-dd13-8e78-84c3-f512b7cad9da');
});
