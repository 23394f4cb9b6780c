import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { TaskStatus } from '../api/model';
import { livePace } from '../live/pace';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { TaskTable } from './TaskTable';

const STANDARD = { status: '', cursor: '' };
const STATUSES: readonly string[] = ['waiting', 'running', 'dead'] satisfies TaskStatus[];
const PAGE = 50;
const REFRESH = livePace(60_000);

/** Tasks that wait, run or have failed. */
export default function Tasks() {
  const { tasks: words, failures, common } = useTexts();
  const [state, change] = useQueryState(STANDARD);
  const status = STATUSES.includes(state.status) ? (state.status as TaskStatus) : undefined;
  const tasks = useQuery({
    queryKey: ['tasks', status, state.cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/tasks', {
          params: {
            query: {
              limit: PAGE,
              ...(status && { status }),
              ...(state.cursor && { cursor: state.cursor }),
            },
          },
          signal,
        }),
      ),
    refetchInterval: REFRESH,
  });
  const { data } = tasks;
  const steps = useTrail(state.cursor, data?.nextCursor, (cursor) =>
    change({ cursor }, { replace: false }),
  );
  return (
    <Page title={words.title} note={<span className="faint">{words.lead}</span>}>
      <div className="filters" role="search">
        <NativeSelect
          aria-label={common.status}
          value={state.status}
          onChange={(event) => change({ status: event.currentTarget.value, cursor: '' })}
          data={[
            { value: '', label: words.anyStatus },
            { value: 'waiting', label: words.status.waiting },
            { value: 'running', label: words.status.running },
            { value: 'dead', label: words.status.dead },
          ]}
        />
      </div>
      {tasks.isError && (
        <Failure
          error={tasks.error}
          title={failures.loads.tasks}
          retry={() => void tasks.refetch()}
        />
      )}
      {tasks.isPending && <Rows count={5} />}
      {data?.data.length === 0 && <Empty>{status === 'dead' ? words.noneDead : words.empty}</Empty>}
      {data && data.data.length > 0 && <TaskTable tasks={data.data} />}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
    </Page>
  );
}
