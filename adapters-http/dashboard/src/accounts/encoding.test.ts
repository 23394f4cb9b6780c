import { expect, test } from 'vitest';
import { decode } from './encoding';

const bytes = (...all: number[]) => new Uint8Array(all);
const utf8 = (text: string) => new TextEncoder().encode(text);

test('UTF-8 is read with and without its mark', () => {
  expect(decode(utf8('José'))).toEqual({ encoding: 'utf-8', text: 'José', isGuess: false });
  expect(decode(utf8('\ufeffJosé'))?.text).toBe('José');
  expect(decode(bytes())?.text).toBe('');
});

test('UTF-16 is read by its mark', () => {
  expect(decode(bytes(0xff, 0xfe, 0xe9, 0x00))).toMatchObject({ encoding: 'utf-16le', text: 'é' });
  expect(decode(bytes(0xfe, 0xff, 0x00, 0xe9))).toMatchObject({ encoding: 'utf-16be', text: 'é' });
});

test('other bytes are Windows-1252, as a guess', () => {
  expect(decode(bytes(0x4a, 0x6f, 0x73, 0xe9))).toEqual({
    encoding: 'windows-1252',
    text: 'José',
    isGuess: true,
  });
});

test('bytes that contradict their mark are nothing', () => {
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0xe9))).toBeUndefined();
  expect(decode(bytes(0xff, 0xfe, 0x00))).toBeUndefined();
  expect(decode(bytes(0xfe, 0xff, 0xd8, 0x00))).toBeUndefined();
});
