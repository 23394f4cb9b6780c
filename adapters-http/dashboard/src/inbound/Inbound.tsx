import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { HookMessage } from '../api/model';
import { livePace } from '../live/pace';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { SavedViews } from '../parts/SavedViews';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useTyped } from '../state/useTyped';
import { useTexts } from '../text/language';
import { MessagePanel } from './MessagePanel';
import { MessageTable } from './MessageTable';

const STANDARD = { source: '', status: '', cursor: '', open: '' };
const STATUSES: readonly HookMessage['status'][] = ['received', 'handled'];
const PAGE = 50;
const REFRESH = livePace(60_000);

type ListState = typeof STANDARD;

/** What other systems sent to this service. */
export default function Inbound() {
  const { inbound: words, failures } = useTexts();
  const [state, change] = useQueryState(STANDARD);
  const { source, cursor, open } = state;
  const status = STATUSES.find((one) => one === state.status);
  const messages = useQuery({
    queryKey: ['messages', source, status, cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/hook-messages', {
          params: {
            query: {
              limit: PAGE,
              ...(source && { source }),
              ...(status && { status }),
              ...(cursor && { cursor }),
            },
          },
          signal,
        }),
      ),
    refetchInterval: REFRESH,
  });
  const { data } = messages;
  const steps = useTrail(cursor, data?.nextCursor, (next) =>
    change({ cursor: next }, { replace: false }),
  );
  const isFiltered = Boolean(source || status);
  return (
    <Page title={words.title} note={<span className="faint">{words.lead}</span>}>
      <MessageFilters state={state} onChange={(more) => change({ ...more, cursor: '' })} />
      {messages.isError && (
        <Failure
          error={messages.error}
          title={failures.loads.messages}
          retry={() => void messages.refetch()}
        />
      )}
      {messages.isPending && <Rows count={5} />}
      {data?.data.length === 0 && <Empty>{isFiltered ? words.noneMatch : words.empty}</Empty>}
      {data && data.data.length > 0 && (
        <MessageTable
          messages={data.data}
          openId={open}
          onOpen={(id) => change({ open: id }, { replace: open !== '' })}
        />
      )}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {open && <MessagePanel key={open} id={open} onClose={() => change({ open: '' })} />}
    </Page>
  );
}

interface MessageFiltersProps {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}

function MessageFilters({ state, onChange }: MessageFiltersProps) {
  const { inbound: words, common, faults } = useTexts();
  const [source, setSource] = useTyped(state.source);
  const isName = source === '' || /^[a-z][a-z0-9-]{0,49}$/.test(source);
  const select = () => isName && onChange({ source });
  const clear = () => {
    setSource('');
    onChange({ source: '', status: '' });
  };
  return (
    <div className="filters filters-labelled" role="search">
      <TextInput
        label={words.source}
        value={source}
        maxLength={50}
        spellCheck={false}
        error={!isName && faults.other}
        onChange={(event) => setSource(event.currentTarget.value.trim().toLowerCase())}
        onBlur={select}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            select();
          }
        }}
      />
      <NativeSelect
        label={common.status}
        value={state.status}
        onChange={(event) => onChange({ status: event.currentTarget.value })}
        data={[
          { value: '', label: words.anyStatus },
          ...STATUSES.map((value) => ({ value, label: words.status[value] })),
        ]}
      />
      {(state.source || state.status) && (
        <Button variant="subtle" onClick={clear}>
          {common.clear}
        </Button>
      )}
      <span className="filters-end">
        <SavedViews list="inbound" />
      </span>
    </div>
  );
}
