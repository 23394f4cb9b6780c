import { Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import type { ApiKey } from '../api/model';
import { useMay } from '../app/me';
import { Confirm } from '../dialog/Confirm';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { RowMenu } from '../parts/RowMenu';
import { useTelling } from '../parts/Toasts';
import { When, useNow } from '../parts/When';
import { useTexts } from '../text/language';

export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const { apiKeys: words, common } = useTexts();
  const mayChange = useMay()('changeOperators');
  const { tell, tellFailure } = useTelling();
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState<ApiKey>();
  const columns = useColumns();
  const revoke = useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      tell(words.revoked);
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
    },
    onError: tellFailure,
  });
  return (
    <>
      <DataTable
        label={words.title}
        rows={keys}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        name={{ id: 'name', label: common.name, width: 190, cell: ({ name }) => name }}
        columns={columns}
        {...(mayChange && {
          actions: (key: ApiKey) => (
            <RowMenu label={common.actionsFor(key.name)}>
              <Menu.Item className="danger" onClick={() => setRevoking(key)}>
                {words.revoke}
              </Menu.Item>
            </RowMenu>
          ),
        })}
      />
      {revoking && (
        <Confirm
          title={words.revokeTitle(revoking.name)}
          lead={words.revokeLead}
          action={words.revoke}
          isDangerous
          onConfirm={() => revoke.mutate(revoking.id)}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </>
  );
}

function useColumns(): TableColumn<ApiKey>[] {
  const { apiKeys: words, common, roles } = useTexts();
  const now = useNow();
  return [
    {
      id: 'prefix',
      label: words.prefix,
      width: 140,
      cell: ({ prefix }) => <code>{prefix}…</code>,
    },
    {
      id: 'role',
      label: words.role,
      width: 190,
      cell: (key) => (
        <>
          {key.roles.map((role) => roles[role]).join(', ')}{' '}
          {key.accountId && (
            <Link href={`/accounts/${key.accountId}`} className="text-link">
              {key.accountId.slice(0, 8)}…
            </Link>
          )}
        </>
      ),
    },
    {
      id: 'lastUsed',
      label: words.lastUsed,
      width: 130,
      cell: ({ lastUsedAt }) => <When at={lastUsedAt} ago />,
    },
    {
      id: 'expires',
      label: words.expires,
      width: 200,
      cell: ({ expiresAt }) => (
        <>
          <When at={expiresAt} />{' '}
          {expiresAt && Date.parse(expiresAt) <= now && (
            <span className="badge badge-closed">{words.expired}</span>
          )}
        </>
      ),
    },
    {
      id: 'created',
      label: common.created,
      width: 160,
      cell: ({ createdAt }) => <When at={createdAt} />,
    },
  ];
}
