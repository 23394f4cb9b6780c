import { recordsOf, separatorOf, type FileRecord } from './records';

/** The columns that an import takes. */
export const IMPORT_COLUMNS = ['name', 'email', 'taxIdCountry', 'taxIdValue', 'metadata'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** What each column of a file is imported as; undefined where it is not. */
export type Mapping = readonly (ImportColumn | undefined)[];

/** The beginning of a CSV file, as cells. */
export interface TableStart {
  header: string[];
  rows: string[][];
  separator: string;
}

export const TEMPLATE = `${IMPORT_COLUMNS.join(',')}\r\nAna Núñez,ana@example.com,BR,529.982.247-25,"{""plan"":""pro""}"\r\n`;

const PREVIEW_ROWS = 5;

/** Headers that people give these columns, in lower case and without separators. */
const NAMES: Record<string, ImportColumn> = {
  name: 'name',
  fullname: 'name',
  clientname: 'name',
  nome: 'name',
  nomecompleto: 'name',
  email: 'email',
  emailaddress: 'email',
  mail: 'email',
  country: 'taxIdCountry',
  countrycode: 'taxIdCountry',
  taxidcountry: 'taxIdCountry',
  taxcountry: 'taxIdCountry',
  pais: 'taxIdCountry',
  país: 'taxIdCountry',
  taxid: 'taxIdValue',
  taxidvalue: 'taxIdValue',
  taxnumber: 'taxIdValue',
  cpf: 'taxIdValue',
  cnpj: 'taxIdValue',
  cpfcnpj: 'taxIdValue',
  metadata: 'metadata',
  metadados: 'metadata',
};

/** The fields of a well-formed record. */
export function fieldsOf({ text }: FileRecord, separator: string): string[] {
  const record = text.replace(/(\r\n|\n|\r)$/, '');
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      const closed = /"(?:[^"]|"")*"/y;
      closed.lastIndex = at;
      const quoted = closed.exec(record)?.[0] ?? '""';
      fields.push(quoted.slice(1, -1).replaceAll('""', '"'));
      at += quoted.length;
    } else {
      const end = record.indexOf(separator, at);
      fields.push(record.slice(at, end < 0 ? record.length : end));
      at = end < 0 ? record.length : end;
    }
    if (at >= record.length) {
      return fields;
    }
    at++;
  }
}

/** The header and the first rows of a CSV file. */
export function startOf(text: string): TableStart {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  for (const record of recordsOf(text)) {
    if (!record.isEmpty && !record.fault) {
      rows.push(fieldsOf(record, separator));
    }
    if (rows.length > PREVIEW_ROWS) {
      break;
    }
  }
  const [header = [], ...others] = rows;
  return { header: header.map((name) => name.trim()), rows: others, separator };
}

/** A mapping by the names of the columns. The first column of a name is taken. */
export function guessed(header: readonly string[]): Mapping {
  const taken = new Set<ImportColumn>();
  return header.map((name) => {
    const column = NAMES[name.toLowerCase().replace(/[\s_.\-/]/g, '')];
    if (column === undefined || taken.has(column)) {
      return undefined;
    }
    taken.add(column);
    return column;
  });
}

/** The mapped fields. A row of another length than the header stays one, so that the server refuses it. */
function kept(fields: string[], mapping: Mapping): string[] {
  const columns = mapping.filter((column) => column !== undefined).length;
  return fields.length === mapping.length
    ? fields.filter((_, i) => mapping[i] !== undefined)
    : Array.from({ length: columns + 1 }, (_, i) => fields[i] ?? '');
}

/** Whether the file needs no change: its columns have their API names. */
export function isApplied(header: readonly string[], mapping: Mapping): boolean {
  return header.every((name, i) => name === mapping[i]);
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

/** The file with the mapped columns alone, under their API names. Every row keeps its line; a malformed one is left as it is. */
export function applied(text: string, mapping: Mapping): string {
  const separator = separatorOf(text);
  let isHeader = true;
  let result = '';
  for (const record of recordsOf(text)) {
    if (record.isEmpty || record.fault) {
      result += record.text;
      continue;
    }
    const fields = isHeader ? mapping.map((column) => column ?? '') : fieldsOf(record, separator);
    isHeader = false;
    const end = /(\r\n|\n|\r)$/.exec(record.text)?.[0] ?? '';
    result += kept(fields, mapping).map(quoted).join(',') + end;
  }
  return result;
}
