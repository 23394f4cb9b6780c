import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Dialog } from '../dialog/Dialog';
import { useTelling } from '../parts/Toasts';
import { dropDraft, useDraft } from '../state/drafts';
import { useTexts } from '../text/language';
import { EMPTY, openingOf, type Profile } from './profile';
import { ProfileForm } from './ProfileForm';

export const NEW_ACCOUNT = 'account-new';

/** A new account. Sent twice by accident it is opened once: each state of the form has a key of its own. */
export function OpenAccount({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const words = texts.account;
  const { tell } = useTelling();
  const queries = useQueryClient();
  const [{ profile, key }, setForm] = useDraft<{ profile: Profile; key: string }>(
    NEW_ACCOUNT,
    () => ({
      profile: EMPTY,
      key: crypto.randomUUID(),
    }),
  );
  const close = () => {
    dropDraft(NEW_ACCOUNT);
    onClose();
  };
  const open = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/accounts', { body: openingOf(profile), headers: { 'Idempotency-Key': key } }),
      ),
    onSuccess: async ({ id, name }) => {
      tell(words.done.opened, {
        link: { href: `/accounts/${id}`, label: texts.accounts.details(name) },
      });
      close();
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['statistics'] });
    },
  });
  const isFilledIn =
    profile.metadata.length > 0 ||
    Object.values(profile).some((value) => typeof value === 'string' && value !== '');
  return (
    <Dialog
      title={words.form.new}
      guard={isFilledIn ? texts.common.discard : undefined}
      onClose={close}
    >
      <ProfileForm
        profile={profile}
        onChange={(changed) => setForm({ profile: changed, key: crypto.randomUUID() })}
        onSubmit={() => open.mutate()}
        onCancel={close}
        action={words.form.create}
        isBusy={open.isPending}
        error={open.error}
      />
    </Dialog>
  );
}
