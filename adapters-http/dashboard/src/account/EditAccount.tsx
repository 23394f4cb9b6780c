import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../api/problem';
import { useTexts } from '../text/language';
import { Conflict } from './Conflict';
import { amendmentOf, profileOf } from './profile';
import { ProfileForm } from './ProfileForm';
import { readAccount, type Versioned } from './useAccount';
import { useAmend } from './useAmend';

/** Changes an account. After a concurrent change it shows both versions and lets the user choose. */
export function EditAccount({ opened, onClose }: { opened: Versioned; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.account;
  const [base, setBase] = useState(opened);
  const [profile, setProfile] = useState(() => profileOf(opened.account));
  const [reason, setReason] = useState('');
  const [theirs, setTheirs] = useState<Versioned>();
  const amend = useAmend();

  const save = (onto: Versioned) => {
    const patch = amendmentOf(profileOf(base.account), profile);
    if (Object.keys(patch).length === 0) {
      onClose();
      return;
    }
    amend.mutate(
      { from: onto, patch, reason: reason.trim() || undefined },
      {
        onSuccess: onClose,
        onError: (error) => {
          if (error instanceof Refused && error.status === 412) {
            void readAccount(base.account.id).then(setTheirs);
          }
        },
      },
    );
  };
  const takeTheirs = (stored: Versioned) => {
    setBase(stored);
    setProfile(profileOf(stored.account));
    setTheirs(undefined);
    amend.reset();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={theirs ? words.conflict.title : words.form.edit}
      size={theirs ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {theirs ? (
        <Conflict
          theirs={profileOf(theirs.account)}
          mine={profile}
          isBusy={amend.isPending}
          onKeepMine={() => save(theirs)}
          onTakeTheirs={() => takeTheirs(theirs)}
        />
      ) : (
        <ProfileForm
          profile={profile}
          onChange={setProfile}
          onSubmit={() => save(base)}
          onCancel={onClose}
          action={texts.common.save}
          isBusy={amend.isPending}
          error={amend.error}
        >
          <TextInput
            label={texts.common.reason}
            description={texts.common.reasonHint}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ProfileForm>
      )}
    </Modal>
  );
}
