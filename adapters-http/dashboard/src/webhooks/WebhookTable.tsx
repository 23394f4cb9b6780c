import type { Webhook } from '../api/model';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { When } from '../parts/When';
import { useLanguage, useTexts } from '../text/language';

interface WebhookTableProps {
  webhooks: readonly Webhook[];
  openId: string;
  onOpen: (id: string) => void;
}

/** The webhooks of one page. A click opens one beside the list. */
export function WebhookTable({ webhooks, openId, onOpen }: WebhookTableProps) {
  const { texts, format } = useLanguage();
  const { webhooks: words, common } = texts;
  const columns: TableColumn<Webhook>[] = [
    { id: 'url', label: words.url, width: 220, cell: ({ url }) => url, tooltip: ({ url }) => url },
    {
      id: 'status',
      label: common.status,
      width: 110,
      cell: (webhook) => <WebhookState webhook={webhook} />,
    },
    {
      id: 'lag',
      label: words.lag,
      width: 100,
      cell: (webhook) => <Lag webhook={webhook} />,
    },
    {
      id: 'dead',
      label: words.deadLetters,
      width: 110,
      isNumber: true,
      cell: ({ deadLetters }) => format.number(deadLetters),
    },
    {
      id: 'success',
      label: words.lastSuccess,
      width: 140,
      cell: ({ lastSuccessAt }) => <When at={lastSuccessAt} ago />,
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={webhooks}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      name={{
        id: 'name',
        label: common.name,
        width: 160,
        cell: ({ id, name }) => (
          <button type="button" className="row-link link-button" onClick={() => onOpen(id)}>
            {name}
          </button>
        ),
      }}
      columns={columns}
      currentId={openId}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

/** Whether the webhook sends, and why it does not. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { webhooks: words } = useTexts();
  const { status, reason, failingSince } = webhook;
  if (status === 'active' && failingSince) {
    return <span className="badge badge-suspended">{words.failing}</span>;
  }
  const colour = { active: 'active', paused: 'suspended', disabled: 'disabled' }[status];
  return (
    <span className={`badge badge-${colour}`} title={reason && words.reasons[reason]}>
      {words.status[status]}
    </span>
  );
}

/** How old the oldest event is that has not arrived. */
export function Lag({ webhook: { lag, oldestUndelivered } }: { webhook: Webhook }) {
  const { texts, format } = useLanguage();
  return oldestUndelivered ? (
    <span title={format.time(oldestUndelivered)}>{format.span(lag)}</span>
  ) : (
    <span className="faint">{texts.webhooks.upToDate}</span>
  );
}
