import { Select } from '@mantine/core';
import { useTexts } from '../text/language';
import { IMPORT_COLUMNS, type ImportColumn, type Mapping } from './columnMapping';
import type { Import } from './importing';

interface ImportColumnsProps {
  file: Import;
  isBusy: boolean;
  onMap: (mapping: Mapping) => void;
}

const SEPARATORS = [',', ';', '\t'] as const;

/** The first rows of a CSV file, and under each column what it is imported as. */
export function ImportColumns({ file, isBusy, onMap }: ImportColumnsProps) {
  const texts = useTexts();
  const words = texts.import;
  const { start, mapping } = file;
  if (!start) {
    return null;
  }
  const separator = SEPARATORS.find((one) => one === start.separator) ?? ',';
  const map = (at: number, chosen: ImportColumn | undefined) =>
    onMap(
      mapping.map((column, i) => {
        if (i === at) {
          return chosen;
        }
        return column === chosen ? undefined : column;
      }),
    );
  const choices = IMPORT_COLUMNS.map((value) => ({
    value,
    label: labelOf(texts.faults.fields, value),
  }));
  return (
    <>
      <p className="faint">{words.separator(words.separators[separator])}</p>
      {/* A region that scrolls has to be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="import-preview" tabIndex={0} role="region" aria-label={words.preview}>
        <table className="table">
          <thead>
            <tr>
              {start.header.map((name, i) => (
                <th key={`${i} ${name}`} scope="col">
                  {name}
                  <Select
                    size="xs"
                    aria-label={`${words.mapping}: ${name}`}
                    data={choices}
                    placeholder={words.notImported}
                    value={mapping[i] ?? null}
                    onChange={(value) =>
                      map(
                        i,
                        IMPORT_COLUMNS.find((column) => column === value),
                      )
                    }
                    disabled={isBusy}
                    clearable
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {start.rows.map((row, line) => (
              <tr key={line}>
                {start.header.map((name, i) => (
                  <td key={`${i} ${name}`} className={mapping[i] ? undefined : 'faint'}>
                    {row[i] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function labelOf(fields: Record<string, string>, column: ImportColumn): string {
  return fields[column] ?? column;
}
