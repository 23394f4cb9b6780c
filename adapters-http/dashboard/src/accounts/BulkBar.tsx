import { Button } from '@mantine/core';
import { useState } from 'react';
import { csvFile, save } from '../api/download';
import type { Account } from '../api/model';
import { useMay } from '../app/me';
import { Confirm } from '../dialog/Confirm';
import { useLanguage } from '../text/language';
import { changedBy, rowsOf, type BulkAction } from './bulk';
import { useBulkChange } from './useBulkChange';

const ACTIONS: readonly BulkAction[] = ['suspend', 'reactivate', 'close'];

interface BulkBarProps {
  accounts: readonly Account[];
  onClear: () => void;
}

/** What may be done with the selected accounts. */
export function BulkBar({ accounts, onClear }: BulkBarProps) {
  const { texts, format } = useLanguage();
  const words = texts.bulk;
  const may = useMay();
  const change = useBulkChange();
  const [asked, setAsked] = useState<BulkAction>();
  const shown = (of: readonly Account[]) => format.number(of.length);
  const exportSelected = () =>
    save(csvFile(rowsOf(accounts)), `accounts-${new Date().toISOString().slice(0, 10)}.csv`);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={words.label}>
      <span role="status">{words.selected(accounts.length, shown(accounts))}</span>
      {may('changeAccounts') &&
        ACTIONS.map((action) => (
          <Button
            key={action}
            size="xs"
            variant="default"
            disabled={change.isPending || changedBy(action, accounts).length === 0}
            onClick={() => setAsked(action)}
          >
            {words[action]}
          </Button>
        ))}
      {may('exportAccounts') && (
        <Button size="xs" variant="default" onClick={exportSelected}>
          {words.export}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {words.clear}
      </Button>
      {asked && (
        <Confirm
          title={words.confirm[asked](
            changedBy(asked, accounts).length,
            shown(changedBy(asked, accounts)),
          )}
          lead={words.lead[asked]}
          action={words[asked]}
          isDangerous={asked === 'close'}
          reason={{ label: texts.common.reason, hint: texts.common.reasonHint }}
          onConfirm={(reason) =>
            change.mutate(
              { action: asked, accounts: changedBy(asked, accounts), reason },
              { onSuccess: onClear },
            )
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
