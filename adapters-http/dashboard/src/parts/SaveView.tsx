import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { useSavedViews } from '../state/preferences';
import { added, isSameName } from '../state/savedViews';
import { useTexts } from '../text/language';
import { Failure } from './failure';
import { useTelling } from './Toasts';

export const VIEW_NAME_MAX = 60;

interface SaveViewProps {
  list: string;
  query: string;
  /** Whether the list is searched by a text, which is not saved. */
  hasSearch: boolean;
  onClose: () => void;
}

/** Asks for the name under which the filters are saved. */
export function SaveView({ list, query, hasSearch, onClose }: SaveViewProps) {
  const { savedViews: words, common } = useTexts();
  const { tell } = useTelling();
  const { views, isFull, isBusy, change } = useSavedViews(list);
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const fault =
    name.trim() === ''
      ? common.nameRequired
      : views.some((view) => isSameName(view.name, name))
        ? words.taken
        : undefined;
  const submit = () => {
    setTried(true);
    if (fault === undefined && !isFull) {
      change(added({ list, name: name.trim(), query }), {
        onSuccess: () => {
          tell(words.saved(name.trim()));
          onClose();
        },
        onError: setFailure,
      });
    }
  };
  return (
    <Dialog title={words.save} isBusy={isBusy} onClose={onClose}>
      <Form error={failure} onSubmit={submit}>
        {isFull ? (
          <p className="lead">{words.full}</p>
        ) : (
          <TextInput
            label={common.name}
            description={hasSearch ? `${words.nameHint} ${words.searchHint}` : words.nameHint}
            data-autofocus
            value={name}
            maxLength={VIEW_NAME_MAX}
            error={isTried && fault}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {failure !== undefined && <Failure error={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          {!isFull && (
            <Button type="submit" loading={isBusy}>
              {common.save}
            </Button>
          )}
        </Group>
      </Form>
    </Dialog>
  );
}
