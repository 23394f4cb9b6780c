import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { AccountDrawer } from '../account/AccountDrawer';
import { NEW_ACCOUNT, OpenAccount } from '../account/OpenAccount';
import { useMay } from '../app/me';
import { DegradedBadge } from '../parts/Badge';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { SavedViews } from '../parts/SavedViews';
import { readChoice } from '../state/cookies';
import { hasDraft } from '../state/drafts';
import { listShown } from '../state/lastList';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useLanguage } from '../text/language';
import { AccountTable } from './AccountTable';
import { BulkBar } from './BulkBar';
import { STANDARD_COLUMNS, columnsOf } from './columns';
import { ExportMenu } from './ExportMenu';
import { Filters } from './Filters';
import { PAGE_SIZES, STANDARD, filtersOf } from './filters';
import { ImportDialog } from './ImportDialog';
import { useAccounts } from './useAccounts';
import { ViewOptions } from './ViewOptions';

const WAITING_ROWS = 12;

/** Every account there is, a page at a time. */
export default function Accounts() {
  const { texts, format } = useLanguage();
  const words = texts.accounts;
  const may = useMay();
  const [state, change] = useQueryState(STANDARD);
  const [dialog, setDialog] = useState<'open' | 'import' | undefined>(() =>
    hasDraft(NEW_ACCOUNT) ? 'open' : undefined,
  );
  const [kept] = useState(() => ({
    limit: readChoice('rows') ?? '50',
    columns: readChoice('columns') ?? STANDARD_COLUMNS,
  }));
  const limit = [state.limit, kept.limit].find((size) => PAGE_SIZES.includes(size)) ?? '50';
  const columns = state.columns || kept.columns;
  const accounts = useAccounts(state, Number(limit));
  const { data } = accounts;
  const search = useSearch();
  useEffect(() => listShown(search), [search]);
  const steps = useTrail(state.cursor, data?.nextCursor, (cursor) =>
    change({ cursor }, { replace: false }),
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = (data?.data ?? []).filter(({ id }) => selected.has(id));
  const clear = () => setSelected(new Set());
  const isFiltered = Boolean(state.q || state.status || state.createdFrom || state.createdTo);
  const isDegraded = data?.data.some((account) => account.views?.degraded);
  const refine = (more: Partial<typeof STANDARD>) => change({ ...more, cursor: '' });

  const open = (id: string) => change({ open: id }, { replace: state.open !== '' });
  /** Opens the account this many rows further, if the page has it. */
  const beside = (step: number) => {
    const rows = data?.data ?? [];
    const at = rows.findIndex(({ id }) => id === state.open);
    const other = at < 0 ? undefined : rows[at + step];
    return other && (() => open(other.id));
  };

  return (
    <Page
      title={words.title}
      note={
        data?.total !== undefined && (
          <span role="status">
            {data.totalIsExact
              ? words.total(data.total, format.number(data.total))
              : words.totalAtLeast(format.number(data.total))}{' '}
            {isDegraded && <DegradedBadge />}
          </span>
        )
      }
      actions={
        <>
          {may('exportAccounts') && <ExportMenu filters={filtersOf(state)} />}
          {may('importAccounts') && (
            <Button variant="default" onClick={() => setDialog('import')}>
              {words.import}
            </Button>
          )}
          {may('changeAccounts') && <Button onClick={() => setDialog('open')}>{words.open}</Button>}
        </>
      }
    >
      <Filters state={state} onChange={refine} isFiltered={isFiltered}>
        <SavedViews list="accounts" />
        <ViewOptions
          limit={limit}
          columns={columns}
          onLimit={(size) => refine({ limit: size })}
          onColumns={(ids) => change({ columns: ids })}
        />
      </Filters>
      {accounts.isError && (
        <Failure
          error={accounts.error}
          title={texts.failures.loads.accounts}
          retry={() => void accounts.refetch()}
        />
      )}
      {accounts.isPending && <Rows count={WAITING_ROWS} />}
      {data?.data.length === 0 && <Empty>{isFiltered ? words.empty : words.emptyAtAll}</Empty>}
      {chosen.length > 0 && <BulkBar accounts={chosen} onClear={clear} />}
      {data && data.data.length > 0 && (
        <AccountTable
          accounts={data.data}
          columns={columnsOf(columns)}
          sort={state.sort}
          isStale={accounts.isPlaceholderData}
          onSort={(sort) => refine({ sort })}
          openId={state.open}
          selection={{
            ids: new Set(chosen.map(({ id }) => id)),
            onChange: setSelected,
            label: words.select,
            allLabel: words.selectAll,
          }}
          onOpen={open}
        />
      )}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {state.open && (
        <AccountDrawer
          id={state.open}
          previous={beside(-1)}
          next={beside(1)}
          onClose={() => change({ open: '' })}
        />
      )}
      {dialog === 'open' && <OpenAccount onClose={() => setDialog(undefined)} />}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
