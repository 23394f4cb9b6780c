/** A part of a file that one call takes. */
export interface Piece {
  body: string;
  /** What to add to a line's number in this piece to have its number in the file. */
  offset: number;
  lines: number;
}

export type ImportKind = 'csv' | 'ndjson';

export const MEDIA_TYPES: Record<ImportKind, string> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

/** Far below what a call may hold, so that the progress shows. */
const LINES_MAX = 2000;
const CHARS_MAX = 1 << 21;

export function kindOf(fileName: string): ImportKind | undefined {
  if (/\.csv$/i.test(fileName)) {
    return 'csv';
  }
  return /\.(ndjson|jsonl)$/i.test(fileName) ? 'ndjson' : undefined;
}

interface Row {
  text: string;
  /** How many lines it takes in the file: a quoted field of CSV may hold several. */
  lines: number;
}

function* rowsOf(text: string, kind: ImportKind): Generator<Row, void> {
  let from = 0;
  let lines = 1;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22 && kind === 'csv') {
      isQuoted = !isQuoted;
    } else if (c === 0x0a && isQuoted) {
      lines++;
    } else if (c === 0x0a) {
      yield { text: text.slice(from, i + 1), lines };
      from = i + 1;
      lines = 1;
    }
  }
  if (from < text.length) {
    yield { text: text.slice(from), lines };
  }
}

/** The file in parts, each a file of its own: of CSV each begins with the header. */
export function piecesOf(file: string, kind: ImportKind, linesMax = LINES_MAX): Piece[] {
  const rows = rowsOf(file.replace(/^\uFEFF/, ''), kind);
  const first = kind === 'csv' ? rows.next() : undefined;
  const header: Row = first && !first.done ? first.value : { text: '', lines: 0 };
  const pieces: Piece[] = [];
  let piece: Piece | undefined;
  let line = header.lines;
  for (const row of rows) {
    if (row.text.trim() !== '') {
      if (!piece || piece.lines >= linesMax || piece.body.length + row.text.length > CHARS_MAX) {
        piece = { body: header.text, offset: line - header.lines, lines: 0 };
        pieces.push(piece);
      }
      piece.body += row.text;
      piece.lines++;
    } else if (piece) {
      piece.body += row.text;
    }
    line += row.lines;
  }
  return pieces;
}
