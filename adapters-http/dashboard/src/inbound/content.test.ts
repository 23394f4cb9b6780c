import { expect, test } from 'vitest';
import { textOf } from './content';

const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));
const of = (text: string) => base64([...new TextEncoder().encode(text)]);

test('JSON is indented, other text stays as it is', () => {
  expect(textOf(of('{"name":"Núñez"}'))).toBe('{\n  "name": "Núñez"\n}');
  expect(textOf(of('a=1&b=2'))).toBe('a=1&b=2');
});

test('bytes that are not UTF-8 have no text', () => {
  expect(textOf(base64([0xff, 0xfe, 0x00]))).toBeUndefined();
});
