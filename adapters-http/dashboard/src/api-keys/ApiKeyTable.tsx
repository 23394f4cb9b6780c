import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import type { ApiKey } from '../api/model';
import { useMay } from '../app/me';
import { Confirm } from '../parts/Confirm';
import { useTelling } from '../parts/Toasts';
import { When, useNow } from '../parts/When';
import { useTexts } from '../text/language';

export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const { apiKeys: words, common, roles } = useTexts();
  const mayChange = useMay()('changeOperators');
  const now = useNow();
  const { tell, tellFailure } = useTelling();
  const queries = useQueryClient();
  const [revoking, setRevoking] = useState<ApiKey>();
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
    <div className="table-frame">
      <table className="table" aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{common.name}</th>
            <th scope="col">{words.prefix}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.lastUsed}</th>
            <th scope="col">{words.expires}</th>
            <th scope="col">{common.created}</th>
            {mayChange && <th scope="col">{common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td data-label={words.prefix}>
                <code>{key.prefix}…</code>
              </td>
              <td data-label={words.role}>
                {key.roles.map((role) => roles[role]).join(', ')}{' '}
                {key.accountId && (
                  <Link href={`/accounts/${key.accountId}`} className="text-link">
                    {key.accountId.slice(0, 8)}…
                  </Link>
                )}
              </td>
              <td data-label={words.lastUsed}>
                <When at={key.lastUsedAt} ago />
              </td>
              <td data-label={words.expires}>
                <When at={key.expiresAt} />{' '}
                {key.expiresAt && Date.parse(key.expiresAt) <= now && (
                  <span className="badge badge-closed">{words.expired}</span>
                )}
              </td>
              <td data-label={common.created}>
                <When at={key.createdAt} />
              </td>
              {mayChange && (
                <td className="row-actions">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => setRevoking(key)}
                  >
                    {words.revoke}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
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
    </div>
  );
}
