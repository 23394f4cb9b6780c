import { Checkbox } from '@mantine/core';
import { useTexts } from '../text/language';
import type { Import } from './importing';

const NAMES: Record<Import['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

interface ImportEncodingProps {
  file: Import;
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
}

/** The encoding of a chosen file; a guessed one with lines to judge it by, to be confirmed. */
export function ImportEncoding({ file, isConfirmed, onConfirm }: ImportEncodingProps) {
  const words = useTexts().import;
  if (file.encoding !== 'windows-1252') {
    return <p className="faint">{words.encoding(NAMES[file.encoding])}</p>;
  }
  return (
    <div role="alert">
      <p className="complaint">{words.notUtf8}</p>
      <pre className="import-sample">{file.sample.join('\n')}</pre>
      <Checkbox
        label={words.confirmEncoding(NAMES[file.encoding])}
        checked={isConfirmed}
        onChange={(event) => onConfirm(event.currentTarget.checked)}
      />
    </div>
  );
}
