import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { Operator } from '../api/model';
import { useMay, useMe } from '../app/me';
import { Confirm } from '../dialog/Confirm';
import { StatusBadge } from '../parts/Badge';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { RowMenu } from '../parts/RowMenu';
import { useTelling } from '../parts/Toasts';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { useOperatorChanges } from './useOperators';

interface OperatorTableProps {
  operators: readonly Operator[];
  onEdit: (operator: Operator) => void;
}

interface Asked {
  what: 'disable' | 'remove';
  operator: Operator;
}

export function OperatorTable({ operators, onEdit }: OperatorTableProps) {
  const { operators: words } = useTexts();
  const mayChange = useMay()('changeOperators');
  const { tell, tellFailure } = useTelling();
  const { amend, remove } = useOperatorChanges();
  const [asked, setAsked] = useState<Asked>();
  const columns = useColumns();
  const setStatus = ({ id, name, status }: Operator) => {
    const isActive = status === 'active';
    const to = (next: Operator['status'], text: string, undo?: () => void) =>
      amend.mutate(
        { id, body: { status: next } },
        { onSuccess: () => tell(text, undo && { undo }), onError: tellFailure },
      );
    const enable = () => to('active', words.enabled(name));
    if (isActive) {
      to('disabled', words.disabled(name), enable);
    } else {
      enable();
    }
  };
  return (
    <>
      <DataTable
        label={words.title}
        rows={operators}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        name={columns.name}
        columns={columns.others}
        {...(mayChange && {
          actions: (operator: Operator) => (
            <OperatorMenu
              operator={operator}
              onEdit={onEdit}
              onEnable={setStatus}
              onAsk={setAsked}
            />
          ),
        })}
      />
      {asked && (
        <Confirm
          {...(asked.what === 'remove'
            ? { title: words.removeTitle(asked.operator.name), lead: words.removeLead }
            : { title: words.disableTitle(asked.operator.name), lead: words.disableLead })}
          action={words[asked.what]}
          isDangerous
          onConfirm={() =>
            asked.what === 'remove' ? remove.mutate(asked.operator.id) : setStatus(asked.operator)
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface OperatorMenuProps {
  operator: Operator;
  onEdit: (operator: Operator) => void;
  onEnable: (operator: Operator) => void;
  onAsk: (asked: Asked) => void;
}

function OperatorMenu({ operator, onEdit, onEnable, onAsk }: OperatorMenuProps) {
  const { operators: words, common, account } = useTexts();
  return (
    <RowMenu label={common.actionsFor(operator.name)}>
      <Menu.Item onClick={() => onEdit(operator)}>{account.edit}</Menu.Item>
      {operator.status === 'active' ? (
        <Menu.Item onClick={() => onAsk({ what: 'disable', operator })}>{words.disable}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => onEnable(operator)}>{words.enable}</Menu.Item>
      )}
      <Menu.Item className="danger" onClick={() => onAsk({ what: 'remove', operator })}>
        {words.remove}
      </Menu.Item>
    </RowMenu>
  );
}

function useColumns(): { name: TableColumn<Operator>; others: TableColumn<Operator>[] } {
  const { operators: words, common, roles } = useTexts();
  const me = useMe();
  return {
    name: {
      id: 'name',
      label: common.name,
      width: 200,
      cell: ({ id, name }) => (
        <>
          {name} {id === me.id && <span className="faint">({words.you})</span>}
        </>
      ),
    },
    others: [
      {
        id: 'email',
        label: common.email,
        width: 230,
        cell: ({ email }) => email,
        tooltip: ({ email }) => email,
      },
      {
        id: 'roles',
        label: words.roles,
        width: 150,
        cell: (one) => one.roles.map((role) => roles[role]).join(', '),
      },
      {
        id: 'status',
        label: common.status,
        width: 110,
        cell: ({ status }) => <StatusBadge status={status === 'active' ? 'enabled' : 'disabled'} />,
      },
      {
        id: 'lastSignIn',
        label: words.lastSignIn,
        width: 130,
        cell: ({ lastSignInAt }) => <When at={lastSignInAt} ago />,
      },
      {
        id: 'created',
        label: common.created,
        width: 160,
        cell: ({ createdAt }) => <When at={createdAt} />,
      },
    ],
  };
}
