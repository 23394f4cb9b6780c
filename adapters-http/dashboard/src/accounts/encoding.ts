export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  encoding: Encoding;
  text: string;
  /** Nothing in the bytes says so: a reader has to confirm it. */
  isGuess: boolean;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    // Without its byte order mark.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a file: by its byte order mark, else UTF-8 if its bytes are, else Windows-1252 as a guess. Undefined
 * where the bytes contradict the mark.
 */
export function decode(bytes: Uint8Array): DecodedText | undefined {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte)) ?? [];
  const certain = marked ?? 'utf-8';
  const text = decoded(bytes, certain);
  if (text !== undefined) {
    return { encoding: certain, text, isGuess: false };
  }
  const guess = marked ? undefined : decoded(bytes, 'windows-1252');
  return guess === undefined ? undefined : { encoding: 'windows-1252', text: guess, isGuess: true };
}
