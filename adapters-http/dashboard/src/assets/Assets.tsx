import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Asset } from '../api/model';
import { useMay } from '../app/me';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { useLanguage } from '../text/language';
import { AssetForm } from './AssetForm';
import { PriceForm } from './PriceForm';
import { useAssets } from './useAssets';

/** What pockets hold. */
export default function Assets() {
  const { texts, format } = useLanguage();
  const { assets: words, failures } = texts;
  const mayDefine = useMay()('defineAssets');
  const [dialog, setDialog] = useState<'asset' | 'price'>();
  const assets = useAssets();
  const rows = assets.data?.data ?? [];
  const close = () => setDialog(undefined);
  const columns: TableColumn<Asset>[] = [
    { id: 'kind', label: words.kind, width: 180, cell: ({ kind }) => words.kinds[kind] },
    {
      id: 'scale',
      label: words.scale,
      width: 120,
      isNumber: true,
      cell: ({ scale }) => format.number(scale),
    },
  ];
  return (
    <Page
      title={words.title}
      actions={
        mayDefine && (
          <>
            <Button variant="default" disabled={rows.length < 2} onClick={() => setDialog('price')}>
              {words.newPrice}
            </Button>
            <Button onClick={() => setDialog('asset')}>{words.new}</Button>
          </>
        )
      }
    >
      {assets.isError && (
        <Failure
          error={assets.error}
          title={failures.loads.assets}
          retry={() => void assets.refetch()}
        />
      )}
      {assets.isPending && <Rows count={4} />}
      {assets.data && rows.length === 0 && <Empty>{words.empty}</Empty>}
      {rows.length > 0 && (
        <DataTable
          label={words.title}
          rows={rows}
          idOf={({ code }) => code}
          nameOf={({ code }) => code}
          name={{ id: 'code', label: words.code, width: 160, cell: ({ code }) => code }}
          columns={columns}
        />
      )}
      {dialog === 'asset' && <AssetForm onClose={close} />}
      {dialog === 'price' && <PriceForm assets={rows} onClose={close} />}
    </Page>
  );
}
