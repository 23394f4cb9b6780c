import { isBlank, linesOf, recordsOf, type FileRecord, type RecordFault } from './records';

/** A part of a file that one call takes. */
export interface Piece {
  body: string;
  /** What to add to a line's number in this piece to have its number in the file. */
  offset: number;
  lines: number;
}

/** A line that is not sent: the server would refuse it, and may read a part of it as something else. */
export interface MalformedLine {
  line: number;
  fault: RecordFault;
}

/** A file in parts, each a file of its own: of CSV each begins with the header. */
export interface Pieces {
  pieces: Piece[];
  malformed: MalformedLine[];
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

function malformedLines({ text, line }: FileRecord, fault: RecordFault): MalformedLine[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((part, index) => (isBlank(part) ? [] : [{ line: line + index, fault }]));
}

/** The first record that is not empty; the rest comes after it. */
function headerOf(records: Iterator<FileRecord, void>): FileRecord | undefined {
  let next = records.next();
  while (!next.done && next.value.isEmpty) {
    next = records.next();
  }
  return next.done ? undefined : next.value;
}

class Cutter {
  readonly pieces: Piece[] = [];
  readonly malformed: MalformedLine[] = [];
  private piece: Piece | undefined;
  private height = 0;
  /** Lines that are not sent, or that the server skips: they keep the numbers of those after them. */
  private gap = '';

  constructor(
    private readonly header: string,
    private readonly headerLines: number,
    private readonly linesMax: number,
  ) {}

  add(record: FileRecord): void {
    if (record.fault) {
      this.malformed.push(...malformedLines(record, record.fault));
      this.gap += '\n'.repeat(record.lines);
    } else if (record.isEmpty) {
      this.gap += record.text;
    } else {
      const piece = this.pieceFor(record);
      piece.body += this.gap + record.text;
      piece.lines++;
      this.gap = '';
      this.height += record.lines;
    }
  }

  private pieceFor({ text, line, lines }: FileRecord): Piece {
    const { piece, gap } = this;
    if (
      piece &&
      this.height + lines <= this.linesMax &&
      piece.body.length + gap.length + text.length <= CHARS_MAX
    ) {
      return piece;
    }
    const begun = { body: this.header, offset: line - 1 - this.headerLines, lines: 0 };
    this.pieces.push(begun);
    this.piece = begun;
    this.height = 0;
    this.gap = '';
    return begun;
  }
}

/** Cuts between records. A file whose header is malformed has malformed lines alone. */
export function piecesOf(text: string, kind: ImportKind, linesMax = LINES_MAX): Pieces {
  const records = kind === 'csv' ? recordsOf(text) : linesOf(text);
  const header = kind === 'csv' ? headerOf(records) : undefined;
  const cutter = new Cutter(header?.text ?? '', header?.lines ?? 0, linesMax);
  if (header?.fault) {
    return { pieces: [], malformed: malformedLines(header, header.fault) };
  }
  for (const record of records) {
    cutter.add(record);
  }
  return cutter;
}
