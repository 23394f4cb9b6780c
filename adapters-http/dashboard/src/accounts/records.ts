/** What makes a record unreadable; the server refuses it by the same rule. */
export type RecordFault =
  | { kind: 'unclosedQuote'; line: number }
  | { kind: 'textAfterQuote'; line: number }
  | { kind: 'tooLong' };

/** A part of a file that is read as a whole: a line of NDJSON, or a record of CSV, which may hold several lines. */
export interface FileRecord {
  /** With the end of its last line. */
  text: string;
  /** The number of its first line in the file, from 1. */
  line: number;
  /** How many lines it takes. */
  lines: number;
  /** The server skips it. */
  isEmpty: boolean;
  fault?: RecordFault;
}

/** The server's bound of one line or record. */
const CHARS_MAX = 65_536;

/** White space as the server knows it: Java's `Character.isWhitespace`. */
const WHITE =
  '\t\n\v\f\r\u001c\u001d\u001e\u001f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a' +
  '\u2028\u2029\u205f\u3000';

export function isBlank(text: string): boolean {
  let at = 0;
  while (at < text.length && WHITE.includes(text.charAt(at))) {
    at++;
  }
  return at === text.length;
}

const isLineEnd = (text: string, at: number) => text[at] === '\n' || text[at] === '\r';

/** Where the next line begins. */
function afterLineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
}

function skipLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text, end)) {
    end++;
  }
  return end;
}

const lineEndsIn = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** Lines that end with CRLF, LF or CR. */
export function* linesOf(text: string): Generator<FileRecord, void> {
  for (let at = 0, line = 1; at < text.length; line++) {
    const end = skipLine(text, at);
    const next = afterLineEnd(text, end);
    yield {
      text: text.slice(at, next),
      line,
      lines: 1,
      isEmpty: isBlank(text.slice(at, end)),
      ...(end - at > CHARS_MAX && { fault: { kind: 'tooLong' } }),
    };
    at = next;
  }
}

/** A comma, or a semicolon if the first line with text has no comma. */
export function separatorOf(text: string): string {
  for (const line of linesOf(text)) {
    if (!line.isEmpty) {
      return line.text.includes(',') ? ',' : ';';
    }
  }
  return ',';
}

/**
 * The records of a CSV text, by the rule of the server's `CsvRecords`: a quote opens a field only as its first
 * character, and after a malformed record the next line begins a new one.
 */
export function* recordsOf(text: string): Generator<FileRecord, void> {
  const reader = new RecordReader(text, separatorOf(text));
  for (let record = reader.next(); record; record = reader.next()) {
    yield record;
  }
}

class RecordReader {
  private at = 0;
  private line = 1;
  /** How many characters of the record are neither white space nor its form. */
  private filled = 0;

  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {}

  next(): FileRecord | undefined {
    const { at: start, line } = this;
    if (start >= this.text.length) {
      return undefined;
    }
    this.filled = 0;
    let fault = this.takeField();
    while (!fault && this.text[this.at] === this.separator) {
      this.at++;
      fault = this.takeField();
    }
    if (!fault && this.at - start > CHARS_MAX) {
      fault = { kind: 'tooLong' };
    }
    this.line++;
    this.at = afterLineEnd(this.text, this.at);
    return {
      text: this.text.slice(start, this.at),
      line,
      lines: this.line - line,
      isEmpty: this.filled === 0 && !fault,
      ...(fault && { fault }),
    };
  }

  private takeField(): RecordFault | undefined {
    if (this.text[this.at] === '"') {
      return this.takeQuoted(this.line);
    }
    const from = this.at;
    while (this.at < this.text.length && !this.isFieldEnd()) {
      this.at++;
    }
    this.count(this.text.slice(from, this.at));
    return undefined;
  }

  private takeQuoted(opened: number): RecordFault | undefined {
    for (;;) {
      const quote = this.text.indexOf('"', this.at + 1);
      const part = this.text.slice(this.at + 1, quote < 0 ? this.text.length : quote);
      this.line += lineEndsIn(part);
      this.count(part);
      if (quote < 0) {
        // The end of the last line ends no other.
        this.line -= /[\r\n]$/.test(part) ? 1 : 0;
        this.at = this.text.length;
        return { kind: 'unclosedQuote', line: opened };
      }
      this.at = quote + 1;
      if (this.at === this.text.length || this.isFieldEnd()) {
        return undefined;
      }
      if (this.text[this.at] !== '"') {
        this.at = skipLine(this.text, this.at);
        return { kind: 'textAfterQuote', line: this.line };
      }
      this.filled++;
    }
  }

  private count(part: string): void {
    this.filled += isBlank(part) ? 0 : part.length;
  }

  private isFieldEnd(): boolean {
    return this.text[this.at] === this.separator || isLineEnd(this.text, this.at);
  }
}
