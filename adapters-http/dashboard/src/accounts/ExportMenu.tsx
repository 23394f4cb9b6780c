import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { authorized } from '../api/client';
import { save } from '../api/download';
import { refusal } from '../api/problem';
import { useTelling } from '../parts/Toasts';
import { useLanguage } from '../text/language';
import type { Filters } from './filters';

/** Reads it to its end, so that a file that breaks off is never saved as if it were whole. */
async function download(url: string, onBytes: (bytes: number) => void): Promise<Blob> {
  const response = await authorized(new Request(url));
  if (!response.ok || !response.body) {
    throw refusal(response, await response.json().catch(() => undefined));
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    bytes += read.value.length;
    onBytes(bytes);
  }
  return new Blob(chunks, { type: response.headers.get('Content-Type') ?? '' });
}

/** Everything that the filters select, as a file. */
export function ExportMenu({ filters }: { filters: Filters }) {
  const { texts, format } = useLanguage();
  const { tell, tellFailure } = useTelling();
  const [bytes, setBytes] = useState<number>();
  const words = texts.accounts;

  const run = async (kind: 'csv' | 'ndjson') => {
    const query = new URLSearchParams({ format: kind, ...filters });
    setBytes(0);
    try {
      const url = `${globalThis.location.origin}/v1/accounts/export?${query.toString()}`;
      const day = new Date().toISOString().slice(0, 10);
      save(await download(url, setBytes), `accounts-${day}.${kind}`);
      tell(words.exported);
    } catch (failure) {
      tellFailure(failure);
    } finally {
      setBytes(undefined);
    }
  };

  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" disabled={bytes !== undefined}>
          {bytes === undefined
            ? words.export
            : words.exporting(`${format.compact(bytes / 1024)} KiB`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('csv')}>{words.exportCsv}</Menu.Item>
        <Menu.Item onClick={() => void run('ndjson')}>{words.exportNdjson}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
