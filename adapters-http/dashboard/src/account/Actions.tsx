import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../app/me';
import { Confirm } from '../dialog/Confirm';
import { hasDraft } from '../state/drafts';
import { useTexts } from '../text/language';
import { EditAccount, editDraft } from './EditAccount';
import type { Versioned } from './useAccount';
import { useTransition, type Transition } from './useTransition';

/** What may be done with an account now, by who is signed in. */
export function Actions({ opened }: { opened: Versioned }) {
  const texts = useTexts();
  const words = texts.account;
  const may = useMay();
  const transition = useTransition();
  const [dialog, setDialog] = useState<Transition | 'edit' | undefined>(() =>
    hasDraft(editDraft(opened.account.id)) ? 'edit' : undefined,
  );
  const { status, name } = opened.account;
  const reason = { label: texts.common.reason, hint: texts.common.reasonHint };
  const isOpen = status !== 'closed';
  const mayErase = may('eraseAccounts');
  const start = (what: Transition, reason?: string) =>
    transition.mutate({ transition: what, from: opened, reason });
  const close = () => setDialog(undefined);

  if (!may('changeAccounts') || !(isOpen || mayErase)) {
    return null;
  }
  return (
    <div className="actions">
      {isOpen && (
        <Button size="xs" variant="default" data-hotkey="e" onClick={() => setDialog('edit')}>
          {words.edit}
        </Button>
      )}
      {status === 'active' && (
        <Button size="xs" variant="default" onClick={() => setDialog('suspend')}>
          {words.suspend}
        </Button>
      )}
      {status === 'suspended' && (
        <Button
          size="xs"
          variant="default"
          disabled={transition.isPending}
          onClick={() => start('reactivate')}
        >
          {words.reactivate}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="default" aria-label={texts.common.actions}>
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isOpen && <Menu.Item onClick={() => setDialog('close')}>{words.close}</Menu.Item>}
          {mayErase && (
            <Menu.Item className="danger" onClick={() => setDialog('erase')}>
              {words.erase}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'edit' && <EditAccount opened={opened} onClose={close} />}
      {dialog === 'suspend' && (
        <Confirm
          title={words.confirmSuspend.title(name)}
          lead={words.confirmSuspend.lead}
          action={words.suspend}
          reason={reason}
          onConfirm={(reason) => start('suspend', reason)}
          onClose={close}
        />
      )}
      {dialog === 'close' && (
        <Confirm
          title={words.confirmClose.title(name)}
          lead={words.confirmClose.lead}
          action={words.close}
          isDangerous
          reason={reason}
          onConfirm={(reason) => start('close', reason)}
          onClose={close}
        />
      )}
      {dialog === 'erase' && (
        <Confirm
          title={words.confirmErase.title(name)}
          lead={words.confirmErase.lead}
          action={words.erase}
          word={words.confirmErase.word}
          isDangerous
          reason={{ label: words.confirmErase.reference, hint: words.confirmErase.referenceHint }}
          onConfirm={(reason) => start('erase', reason)}
          onClose={close}
        />
      )}
    </div>
  );
}
