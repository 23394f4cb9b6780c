import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../api/problem';
import { Dialog } from '../dialog/Dialog';
import { Conflict } from '../parts/Conflict';
import { dropDraft, useDraft } from '../state/drafts';
import { useTexts } from '../text/language';
import { merge, withoutOverlaps } from './merge';
import { amendmentOf, profileOf, type Profile } from './profile';
import { ProfileForm } from './ProfileForm';
import { readAccount, type Versioned } from './useAccount';
import { useAmend } from './useAmend';

interface Edit {
  base: Versioned;
  profile: Profile;
  reason: string;
}

export const editDraft = (id: string) => `account-edit-${id}`;

/**
 * Changes an account. Concurrent changes are merged; where both changed one value, the user
 * chooses.
 */
export function EditAccount({ opened, onClose }: { opened: Versioned; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.account;
  const draft = editDraft(opened.account.id);
  const [edit, setEdit] = useDraft<Edit>(draft, () => ({
    base: opened,
    profile: profileOf(opened.account),
    reason: '',
  }));
  const [theirs, setTheirs] = useState<Versioned>();
  const amend = useAmend();
  const { base, profile, reason } = edit;
  const before = profileOf(base.account);
  const isChanged = Object.keys(amendmentOf(before, profile)).length > 0;
  const close = () => {
    dropDraft(draft);
    onClose();
  };

  const save = (onto: Versioned, changed: Profile) => {
    const patch = amendmentOf(profileOf(onto.account), changed);
    if (Object.keys(patch).length === 0) {
      close();
      return;
    }
    amend.mutate(
      { from: onto, patch, reason: reason.trim() || undefined },
      {
        onSuccess: close,
        onError: (error) => {
          if (error instanceof Refused && error.status === 412) {
            void readAccount(base.account.id).then(mergeOnto);
          }
        },
      },
    );
  };
  const mergeOnto = (stored: Versioned) => {
    const { merged, overlaps } = merge(before, profileOf(stored.account), profile);
    if (overlaps.length > 0) {
      setTheirs(stored);
    } else {
      save(stored, merged);
    }
  };
  const discard = (stored: Versioned) => {
    const kept = withoutOverlaps(before, profileOf(stored.account), profile);
    setEdit({ ...edit, base: stored, profile: kept });
    setTheirs(undefined);
    amend.reset();
  };
  const labelOf = (part: string): string => {
    if (part === 'taxId') {
      return texts.accounts.taxId;
    }
    return part === 'name' || part === 'email'
      ? texts.common[part]
      : words.conflict.pair(part.slice('metadata.'.length));
  };
  const result = theirs && merge(before, profileOf(theirs.account), profile);

  return (
    <Dialog
      title={result ? words.conflict.title : words.form.edit}
      size={result ? 'lg' : 'md'}
      guard={isChanged ? texts.common.discard : undefined}
      onClose={close}
    >
      {result ? (
        <Conflict
          overlaps={result.overlaps}
          labelOf={labelOf}
          isBusy={amend.isPending}
          onOverwrite={() => save(theirs, result.merged)}
          onDiscard={() => discard(theirs)}
        />
      ) : (
        <ProfileForm
          profile={profile}
          onChange={(changed) => setEdit({ ...edit, profile: changed })}
          onSubmit={() => save(base, profile)}
          onCancel={close}
          action={texts.common.save}
          isBusy={amend.isPending}
          error={amend.error}
        >
          <TextInput
            label={texts.common.reason}
            description={texts.common.reasonHint}
            maxLength={200}
            value={reason}
            onChange={(event) => setEdit({ ...edit, reason: event.currentTarget.value })}
          />
        </ProfileForm>
      )}
    </Dialog>
  );
}
