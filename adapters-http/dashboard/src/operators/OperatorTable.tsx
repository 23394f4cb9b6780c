import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Operator } from '../api/model';
import { useMay, useMe } from '../app/me';
import { StatusBadge } from '../parts/Badge';
import { Confirm } from '../parts/Confirm';
import { useTelling } from '../parts/Toasts';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { useOperatorChanges } from './useOperators';

interface OperatorTableProps {
  operators: readonly Operator[];
  onEdit: (operator: Operator) => void;
}

export function OperatorTable({ operators, onEdit }: OperatorTableProps) {
  const texts = useTexts();
  const { operators: words, common, roles } = texts;
  const me = useMe();
  const mayChange = useMay()('changeOperators');
  const { tellFailure } = useTelling();
  const { amend, remove } = useOperatorChanges();
  const [removing, setRemoving] = useState<Operator>();
  const toggle = ({ id, status }: Operator) =>
    amend.mutate(
      { id, body: { status: status === 'active' ? 'disabled' : 'active' } },
      { onError: tellFailure },
    );
  return (
    <div className="table-frame">
      <table className="table" aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{common.name}</th>
            <th scope="col">{common.email}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{common.status}</th>
            <th scope="col">{words.lastSignIn}</th>
            <th scope="col">{common.created}</th>
            {mayChange && <th scope="col">{common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <tr key={operator.id}>
              <th scope="row">
                {operator.name}{' '}
                {operator.id === me.id && <span className="faint">({words.you})</span>}
              </th>
              <td data-label={common.email}>{operator.email}</td>
              <td data-label={words.roles}>
                {operator.roles.map((role) => roles[role]).join(', ')}
              </td>
              <td data-label={common.status}>
                <StatusBadge status={operator.status === 'active' ? 'enabled' : 'disabled'} />
              </td>
              <td data-label={words.lastSignIn}>
                <When at={operator.lastSignInAt} ago />
              </td>
              <td data-label={common.created}>
                <When at={operator.createdAt} />
              </td>
              {mayChange && (
                <td className="row-actions">
                  <Button size="compact-sm" variant="subtle" onClick={() => onEdit(operator)}>
                    {texts.account.edit}
                  </Button>
                  <Button size="compact-sm" variant="subtle" onClick={() => toggle(operator)}>
                    {operator.status === 'active' ? words.disable : words.enable}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    onClick={() => setRemoving(operator)}
                  >
                    {words.remove}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {removing && (
        <Confirm
          title={words.removeTitle(removing.name)}
          lead={words.removeLead}
          action={words.remove}
          isDangerous
          onConfirm={() => remove.mutate(removing.id)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  );
}
