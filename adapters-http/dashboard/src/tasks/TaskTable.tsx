import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import type { Task } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useTelling } from '../parts/Toasts';
import { When } from '../parts/When';
import { useLanguage } from '../text/language';

const COLORS = { waiting: 'enabled', running: 'up', dead: 'down' } as const;

/** The tasks of one page, and the way to run one again. */
export function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const { texts, format } = useLanguage();
  const { tasks: words, common, events } = texts;
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  const retry = useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/v1/tasks/{id}/retries', { params: { path: { id } } })),
    onSuccess: () => tell(words.retried),
    onError: tellFailure,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const columns: TableColumn<Task>[] = [
    {
      id: 'status',
      label: common.status,
      width: 120,
      cell: ({ status }) => (
        <span className={`badge badge-${COLORS[status]}`}>{words.status[status]}</span>
      ),
    },
    {
      id: 'account',
      label: events.about,
      width: 160,
      cell: ({ accountId }) =>
        accountId ? (
          <Link href={`/accounts/${accountId}`} className="text-link">
            {events.account} …{accountId.slice(-8)}
          </Link>
        ) : (
          '—'
        ),
    },
    {
      id: 'attempts',
      label: words.attempts,
      width: 90,
      isNumber: true,
      cell: ({ attempts }) => format.number(attempts),
    },
    {
      id: 'fault',
      label: words.lastFault,
      width: 180,
      cell: ({ lastFault }) => lastFault ?? '—',
      tooltip: ({ lastFault }) => lastFault,
    },
    { id: 'at', label: words.at, width: 150, cell: ({ at }) => <When at={at} /> },
  ];
  return (
    <DataTable
      label={words.title}
      rows={tasks}
      idOf={({ id }) => id}
      nameOf={({ kind }) => kind}
      name={{ id: 'kind', label: words.kind, width: 180, cell: ({ kind }) => <code>{kind}</code> }}
      columns={columns}
      actions={({ id, kind, status }) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.retryOf(kind)}
          disabled={status === 'running' || retry.isPending}
          onClick={() => retry.mutate(id)}
        >
          {words.retry}
        </Button>
      )}
    />
  );
}
