import { authorized } from '../api/client';
import { refusal, type Fault } from '../api/problem';
import { decode, type Encoding } from './encoding';
import {
  MEDIA_TYPES,
  kindOf,
  piecesOf,
  type ImportKind,
  type MalformedLine,
  type Piece,
} from './pieces';
import {
  applied,
  guessed,
  isApplied,
  startOf,
  type Mapping,
  type TableStart,
} from './columnMapping';
import { isBlank, linesOf, recordsOf } from './records';

interface ImportedLine {
  line: number;
  status: number;
  id?: string;
  errors?: Fault[];
}

/** A line that is not imported, as the server says or as it was found here. */
export type BadLine = ImportedLine | MalformedLine;

export interface Progress {
  done: number;
  all: number;
  good: number;
  /** The first lines that are not imported, and the numbers of more. */
  bad: BadLine[];
  badLines: number[];
  badCount: number;
  /** How many of the good lines were imported by an earlier call. */
  replayed: number;
}

/** A file that is ready to be sent. */
export interface Import {
  kind: ImportKind;
  /** The same file has the same name, so that sending it again repeats nothing. */
  name: string;
  encoding: Encoding;
  /** Lines that show whether a guessed encoding is right; none where it is certain. */
  sample: string[];
  /** The file as text. */
  text: string;
  /** The beginning of a CSV file, and what its columns are imported as. */
  start?: TableStart;
  mapping: Mapping;
  pieces: Piece[];
  malformed: MalformedLine[];
  lines: number;
}

/** The largest number of bad lines that are shown. */
const BAD_KEPT_MAX = 200;
/** The largest number of bad lines that can be downloaded. */
const BAD_LINES_MAX = 10_000;
const SAMPLE_MAX = 4;
const SAMPLE_CHARS_MAX = 120;

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes).slice(0, 12), (b) =>
    b.toString(16).padStart(2, '0'),
  ).join('');
}

/** The first lines with a letter that encodings disagree on. */
function sampleOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .filter((line) => !isBlank(line) && /[^\0-\x7f]/.test(line))
    .slice(0, SAMPLE_MAX)
    .map((line) => line.slice(0, SAMPLE_CHARS_MAX));
}

/** Reads a file, or says why it cannot be read. */
export async function readImport(file: File): Promise<Import | 'unknownType' | 'unreadable'> {
  const kind = kindOf(file.name);
  if (!kind) {
    return 'unknownType';
  }
  const decoded = decode(new Uint8Array(await file.arrayBuffer()));
  if (!decoded) {
    return 'unreadable';
  }
  const { text, encoding, isGuess } = decoded;
  const start = kind === 'csv' ? startOf(text) : undefined;
  const read = {
    kind,
    encoding,
    text,
    sample: isGuess ? sampleOf(text) : [],
    ...(start && { start }),
  };
  return mapped(read, guessed(start?.header ?? []));
}

/** The same file, its columns imported as the mapping says. */
export async function mapped(
  file: Omit<Import, 'mapping' | 'name' | 'pieces' | 'malformed' | 'lines'>,
  mapping: Mapping,
): Promise<Import> {
  const { kind, start } = file;
  const isKept = !start || isApplied(start.header, mapping);
  const text = isKept ? file.text : applied(file.text, mapping);
  const { pieces, malformed } = piecesOf(text, kind);
  const lines = pieces.reduce((sum, piece) => sum + piece.lines, malformed.length);
  return { ...file, mapping, name: `import-${await digest(text)}`, pieces, malformed, lines };
}

/** The refused rows of a file as they came, with the header of a CSV file, so that they can be mended and sent again. */
export function refusedRows({ kind, text }: Import, { badLines }: Progress): string {
  const bad = new Set(badLines);
  let isHeader = kind === 'csv';
  let rows = '';
  for (const record of kind === 'csv' ? recordsOf(text) : linesOf(text)) {
    const lines = Array.from({ length: record.lines }, (_, i) => record.line + i);
    if (!record.isEmpty && (isHeader || lines.some((line) => bad.has(line)))) {
      rows += record.text;
    }
    isHeader &&= record.isEmpty;
  }
  return rows;
}

function withBad(progress: Progress, bad: readonly BadLine[]): Progress {
  return {
    ...progress,
    bad: [...progress.bad, ...bad].sort((a, b) => a.line - b.line).slice(0, BAD_KEPT_MAX),
    badLines: [...progress.badLines, ...bad.map(({ line }) => line)].slice(0, BAD_LINES_MAX),
    badCount: progress.badCount + bad.length,
  };
}

/** Sends one piece after the other and tells how far it is. What was sent before is answered from memory. */
export async function run(
  file: Import,
  isDryRun: boolean,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  const { lines: all, malformed } = file;
  const nothing = {
    done: malformed.length,
    all,
    good: 0,
    bad: [],
    badLines: [],
    badCount: 0,
    replayed: 0,
  };
  let progress: Progress = withBad(nothing, malformed);
  onProgress(progress);
  for (const [index, piece] of file.pieces.entries()) {
    const { lines, isReplayed } = await send(file, piece, index + 1, isDryRun);
    const bad = lines.filter(({ status }) => status >= 400);
    const good = lines.length - bad.length;
    progress = {
      ...withBad(progress, bad),
      done: progress.done + piece.lines,
      good: progress.good + good,
      replayed: progress.replayed + (isReplayed ? good : 0),
    };
    onProgress(progress);
  }
  return progress;
}

async function send(
  file: Import,
  piece: Piece,
  number: number,
  isDryRun: boolean,
): Promise<{ lines: ImportedLine[]; isReplayed: boolean }> {
  const response = await authorized(
    new Request(`${globalThis.location.origin}/v1/accounts/import?dryRun=${isDryRun}`, {
      method: 'POST',
      headers: {
        'Content-Type': MEDIA_TYPES[file.kind],
        ...(!isDryRun && { 'Idempotency-Key': `${file.name}-${number}` }),
      },
      body: piece.body,
    }),
  );
  if (!response.ok) {
    throw refusal(response, await response.json().catch(() => undefined));
  }
  const lines = (await response.text())
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as ImportedLine)
    .map((row) => ({ ...row, line: row.line + piece.offset }));
  return { lines, isReplayed: response.headers.get('Idempotent-Replayed') === 'true' };
}
