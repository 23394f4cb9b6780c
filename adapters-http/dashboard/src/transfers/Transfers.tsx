import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { livePace } from '../live/pace';
import { AccountField } from '../parts/AccountField';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { SavedViews } from '../parts/SavedViews';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useTyped } from '../state/useTyped';
import { useTexts } from '../text/language';
import { STANDARD, queryOf, type ListState } from './filters';
import { FindTransfer } from './FindTransfer';
import { TransferPanel } from './TransferPanel';
import { TransferTable } from './TransferTable';

const PAGE = 50;
const REFRESH = livePace(60_000);

/** What moved between pockets, the newest first. */
export default function Transfers() {
  const { transfers: words, failures } = useTexts();
  const [state, change] = useQueryState(STANDARD);
  const { open, ...selection } = state;
  const transfers = useQuery({
    queryKey: ['transfers', selection],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/transfers', {
          params: { query: { limit: PAGE, ...queryOf(state, Date.now()) } },
          signal,
        }),
      ),
    refetchInterval: state.cursor === '' && REFRESH,
  });
  const { data } = transfers;
  const steps = useTrail(state.cursor, data?.nextCursor, (cursor) =>
    change({ cursor }, { replace: false }),
  );
  return (
    <Page
      title={words.title}
      actions={<FindTransfer onFound={(id) => change({ open: id }, { replace: false })} />}
    >
      <TransferFilters state={state} onChange={(more) => change({ ...more, cursor: '' })} />
      {transfers.isError && (
        <Failure
          error={transfers.error}
          title={failures.loads.transfers}
          retry={() => void transfers.refetch()}
        />
      )}
      {transfers.isPending && <Rows count={8} />}
      {data?.data.length === 0 && <Empty>{words.empty}</Empty>}
      {data && data.data.length > 0 && (
        <TransferTable
          transfers={data.data}
          openId={open}
          onOpen={(id) => change({ open: id }, { replace: open !== '' })}
        />
      )}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {open && (
        <TransferPanel
          key={open}
          id={open}
          onOpen={(id) => change({ open: id })}
          onClose={() => change({ open: '' })}
        />
      )}
    </Page>
  );
}

interface TransferFiltersProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}

function TransferFilters({ state, onChange }: TransferFiltersProps) {
  const { transfers: words, common } = useTexts();
  const [reason, setReason] = useTyped(state.reason);
  const isFiltered = Boolean(state.from || state.to || state.accountId || state.reason);
  const day = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={state[name]}
      disabled={state.accountId !== ''}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const clear = () => {
    setReason('');
    onChange({ from: '', to: '', accountId: '', reason: '' });
  };
  return (
    <div className="filters filters-labelled" role="search">
      <AccountField id={state.accountId} onChange={(accountId) => onChange({ accountId })} />
      <TextInput
        label={words.reason}
        value={reason}
        maxLength={40}
        onChange={(event) => setReason(event.currentTarget.value.toLowerCase())}
        onBlur={() => onChange({ reason })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            onChange({ reason });
          }
        }}
      />
      {day('from', common.from)}
      {day('to', common.to)}
      {isFiltered && (
        <Button variant="subtle" onClick={clear}>
          {common.clear}
        </Button>
      )}
      <span className="filters-end">
        <SavedViews list="transfers" />
      </span>
    </div>
  );
}
