import { authorized } from '../api/client';
import { refusal, type Fault } from '../api/problem';
import { MEDIA_TYPES, kindOf, piecesOf, type ImportKind, type Piece } from './pieces';

interface ImportedLine {
  line: number;
  status: number;
  id?: string;
  errors?: Fault[];
}

export interface Progress {
  done: number;
  all: number;
  good: number;
  bad: ImportedLine[];
  badCount: number;
}

/** A file that is ready to be sent. */
export interface Import {
  kind: ImportKind;
  /** The same file has the same name, so that sending it again repeats nothing. */
  name: string;
  pieces: Piece[];
  lines: number;
}

/** More than this nobody reads. */
const BAD_KEPT_MAX = 200;

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes).slice(0, 12), (b) =>
    b.toString(16).padStart(2, '0'),
  ).join('');
}

/** Reads a file; undefined where its name does not say what it is. */
export async function readImport(file: File): Promise<Import | undefined> {
  const kind = kindOf(file.name);
  if (!kind) {
    return undefined;
  }
  const text = await file.text();
  const pieces = piecesOf(text, kind);
  return {
    kind,
    name: `import-${await digest(text)}`,
    pieces,
    lines: pieces.reduce((sum, piece) => sum + piece.lines, 0),
  };
}

/** Sends one piece after the other and tells how far it is. What was sent before is answered from memory. */
export async function run(
  file: Import,
  isDryRun: boolean,
  onProgress: (progress: Progress) => void,
): Promise<Progress> {
  let progress: Progress = { done: 0, all: file.lines, good: 0, bad: [], badCount: 0 };
  onProgress(progress);
  for (const [index, piece] of file.pieces.entries()) {
    const lines = await send(file, piece, index + 1, isDryRun);
    const bad = lines.filter(({ status }) => status >= 400);
    progress = {
      ...progress,
      done: progress.done + piece.lines,
      good: progress.good + lines.length - bad.length,
      bad: [...progress.bad, ...bad].slice(0, BAD_KEPT_MAX),
      badCount: progress.badCount + bad.length,
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
): Promise<ImportedLine[]> {
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
  return (await response.text())
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as ImportedLine)
    .map((row) => ({ ...row, line: row.line + piece.offset }));
}
