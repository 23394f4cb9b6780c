import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { EMPTY, openingOf } from './profile';
import { ProfileForm } from './ProfileForm';

/** A new account. Sent twice by accident it is opened once: each state of the form has a key of its own. */
export function OpenAccount({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const words = texts.account;
  const { tell } = useTelling();
  const queries = useQueryClient();
  const [{ profile, key }, setForm] = useState(() => ({
    profile: EMPTY,
    key: crypto.randomUUID(),
  }));
  const open = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/accounts', { body: openingOf(profile), headers: { 'Idempotency-Key': key } }),
      ),
    onSuccess: async () => {
      tell(words.done.opened);
      onClose();
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['statistics'] });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.form.new}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <ProfileForm
        profile={profile}
        onChange={(changed) => setForm({ profile: changed, key: crypto.randomUUID() })}
        onSubmit={() => open.mutate()}
        onCancel={onClose}
        action={words.form.create}
        isBusy={open.isPending}
        error={open.error}
      />
    </Modal>
  );
}
