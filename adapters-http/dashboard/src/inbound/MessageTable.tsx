import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { HookMessage } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useTelling } from '../parts/Toasts';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

interface MessageTableProps {
  messages: readonly HookMessage[];
  openId: string;
  onOpen: (id: string) => void;
}

/** The messages of one page, and the way to have one handled again. */
export function MessageTable({ messages, openId, onOpen }: MessageTableProps) {
  const { inbound: words, common } = useTexts();
  const replay = useReplay();
  const columns: TableColumn<HookMessage>[] = [
    { id: 'source', label: words.source, width: 130, cell: ({ source }) => <code>{source}</code> },
    {
      id: 'status',
      label: common.status,
      width: 110,
      cell: ({ status }) => <MessageState status={status} />,
    },
    {
      id: 'verifiedBy',
      label: words.verifiedBy,
      width: 150,
      cell: ({ verifiedBy }) => <code>{verifiedBy}</code>,
    },
    {
      id: 'at',
      label: words.receivedAt,
      width: 160,
      cell: ({ receivedAt }) => <When at={receivedAt} />,
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={messages}
      idOf={({ id }) => id}
      nameOf={({ externalId }) => externalId}
      name={{
        id: 'message',
        label: words.message,
        width: 210,
        cell: ({ id, externalId }) => (
          <button type="button" className="row-link link-button" onClick={() => onOpen(id)}>
            <code>{externalId}</code>
          </button>
        ),
      }}
      columns={columns}
      currentId={openId}
      onOpen={({ id }) => onOpen(id)}
      actions={({ id, externalId }) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.replayOf(externalId)}
          disabled={replay.isPending}
          onClick={() => replay.mutate(id)}
        >
          {words.replay}
        </Button>
      )}
    />
  );
}

/** Whether the message was handled. */
export function MessageState({ status }: { status: HookMessage['status'] }) {
  const { inbound: words } = useTexts();
  return (
    <span className={`badge badge-${status === 'handled' ? 'active' : 'suspended'}`}>
      {words.status[status]}
    </span>
  );
}

/** Has a message handled again. */
export function useReplay() {
  const { inbound: words } = useTexts();
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/v1/hook-messages/{id}/replays', { params: { path: { id } } })),
    onSuccess: () => tell(words.replayed, { link: { href: '/tasks', label: words.toTasks } }),
    onError: tellFailure,
    onSettled: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  });
}
