import { expect, test } from 'vitest';
import { uuid7 } from './uuid7';

test('an id begins with its millisecond and is of version 7', () => {
  expect(uuid7(Date.parse('2026-11-20T12:00:00.123Z'))).toMatch(
    /^01a1f8d3-ea7b-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('two ids of one millisecond differ', () => {
  expect(uuid7(0)).not.toBe(uuid7(0));
});
