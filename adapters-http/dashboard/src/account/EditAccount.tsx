import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, because, whole } from '../api/client';
import { MergingDialog } from '../dialog/MergingDialog';
import { useTelling } from '../parts/Toasts';
import { dropDraft, useDraft } from '../state/drafts';
import { useMergingEdit } from '../state/useMergingEdit';
import { useTexts } from '../text/language';
import { metadataKey, profileOfValues, valuesOf } from './merge';
import { amendmentOf, profileOf, type Profile } from './profile';
import { ProfileForm } from './ProfileForm';
import { accountKey, readAccount, type Versioned } from './useAccount';
import { careKey } from './useCare';

export const editDraft = (id: string) => `account-edit-${id}`;

const storedOf = ({ account, etag }: Versioned) => ({ fields: profileOf(account), etag });

/** Changes an account. Concurrent changes are merged; where both changed one value, the user chooses. */
export function EditAccount({ opened, onClose }: { opened: Versioned; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.account;
  const queries = useQueryClient();
  const { tell } = useTelling();
  const { id } = opened.account;
  const reasonDraft = `${editDraft(id)}-reason`;
  const [reason, setReason] = useDraft(reasonDraft, () => '');
  const edit = useMergingEdit<Profile>({
    draft: editDraft(id),
    opened: storedOf(opened),
    read: () => readAccount(id).then(storedOf),
    save: async (onto, profile) => {
      const { data, response } = await whole(
        api.PATCH('/v1/accounts/{id}', {
          params: { path: { id }, header: { 'If-Match': onto.etag } },
          headers: because(reason.trim()),
          body: amendmentOf(onto.fields, profile),
        }),
      );
      const saved: Versioned = { account: data, etag: response.headers.get('ETag') ?? '' };
      queries.setQueryData(accountKey(id), saved);
      tell(words.done.saved);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['audit'] });
      void queries.invalidateQueries({ queryKey: careKey(id) });
    },
    valuesOf,
    fieldsOf: profileOfValues,
    onClose: () => {
      dropDraft(reasonDraft);
      onClose();
    },
  });
  const labelOf = (part: string): string => {
    const key = metadataKey(part);
    if (key !== undefined) {
      return words.conflict.pair(key);
    }
    return part === 'name' || part === 'email' ? texts.common[part] : texts.accounts.taxId;
  };
  return (
    <MergingDialog
      edit={edit}
      title={words.form.edit}
      conflictTitle={words.conflict.title}
      labelOf={labelOf}
    >
      <ProfileForm
        profile={edit.fields}
        onChange={edit.setFields}
        onSubmit={edit.submit}
        onCancel={edit.close}
        action={texts.common.save}
        isBusy={edit.isBusy}
        error={edit.error}
      >
        <TextInput
          label={texts.common.reason}
          description={texts.common.reasonHint}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ProfileForm>
    </MergingDialog>
  );
}
