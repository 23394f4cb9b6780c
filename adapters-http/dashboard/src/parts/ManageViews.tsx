import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SavedView } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { useSavedViews } from '../state/preferences';
import { added, isSameName, removed, renamed } from '../state/savedViews';
import { useTexts } from '../text/language';
import { Empty } from './Page';
import { VIEW_NAME_MAX } from './SaveView';
import { useTelling } from './Toasts';

interface ManageViewsProps {
  list: string;
  onClose: () => void;
}

/** Renames and deletes the saved filters of a list. What was deleted can be taken back. */
export function ManageViews({ list, onClose }: ManageViewsProps) {
  const { savedViews: words, common } = useTexts();
  const { tell, tellFailure } = useTelling();
  const { views, isBusy, change } = useSavedViews(list);
  const remove = (view: SavedView) =>
    change(removed(view), {
      onSuccess: () =>
        tell(words.deleted(view.name), {
          undo: () => change(added(view), { onError: tellFailure }),
        }),
      onError: tellFailure,
    });
  const rename = (view: SavedView, name: string) =>
    change(renamed(view, name), {
      onSuccess: () => tell(words.renamed(name)),
      onError: tellFailure,
    });
  return (
    <Dialog title={words.menu} onClose={onClose}>
      {views.length === 0 && <Empty>{words.empty}</Empty>}
      {views.map((view) => (
        <ViewForm
          key={view.name}
          view={view}
          others={views.filter((other) => other !== view)}
          isBusy={isBusy}
          onRename={(name) => rename(view, name)}
          onRemove={() => remove(view)}
        />
      ))}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {common.close}
        </Button>
      </Group>
    </Dialog>
  );
}

interface ViewFormProps {
  view: SavedView;
  others: readonly SavedView[];
  isBusy: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
}

function ViewForm({ view, others, isBusy, onRename, onRemove }: ViewFormProps) {
  const { savedViews: words, common } = useTexts();
  const [name, setName] = useState(view.name);
  const typed = name.trim();
  const isTaken = others.some((other) => isSameName(other.name, typed));
  const fault = typed === '' ? common.nameRequired : isTaken ? words.taken : undefined;
  const submit = () => {
    if (fault === undefined && typed !== view.name) {
      onRename(typed);
    }
  };
  return (
    <Form className="view-form" onSubmit={submit}>
      <TextInput
        aria-label={words.rename(view.name)}
        value={name}
        maxLength={VIEW_NAME_MAX}
        error={fault}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={isBusy || typed === view.name}>
        {words.renameShort}
      </Button>
      <Button
        variant="subtle"
        color="red"
        aria-label={words.delete(view.name)}
        disabled={isBusy}
        onClick={onRemove}
      >
        {words.deleteShort}
      </Button>
    </Form>
  );
}
