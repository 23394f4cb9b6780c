import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { AccountNote } from '../api/model';
import { useMay } from '../app/me';
import { usePeople } from '../audit/usePeople';
import { Confirm } from '../dialog/Confirm';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { Loading } from '../parts/Loading';
import { Empty, Panel } from '../parts/Page';
import { useCommand } from '../parts/useCommand';
import { When } from '../parts/When';
import { dropDraft, useDraft } from '../state/drafts';
import { useRequestKey } from '../state/useRequestKey';
import { useTexts } from '../text/language';
import { careKey, useNotes } from './useCare';

const LENGTH_MAX = 2000;

/** What the team noted about an account, which its customer never sees. */
export function Notes({ id }: { id: string }) {
  const { notes: words, audit, failures } = useTexts();
  const may = useMay();
  const notes = useNotes(id);
  const [removing, setRemoving] = useState<AccountNote>();
  const all = notes.data?.pages.flatMap(({ data }) => data) ?? [];
  const remove = useCommand({
    send: (note: string) =>
      answer(api.DELETE('/v1/accounts/{id}/notes/{note}', { params: { path: { id, note } } })),
    done: () => [words.removed],
    changes: [careKey(id)],
    thing: 'account',
  });
  return (
    <Panel title={words.title}>
      {may('changeAccounts') && <NoteForm key={id} id={id} />}
      <Loading query={notes} rows={1} title={failures.loads.notes} />
      {notes.data && all.length === 0 && <Empty>{words.empty}</Empty>}
      <ol className="entries" aria-label={words.title}>
        {all.map((note) => (
          <Note
            key={note.id}
            note={note}
            {...(may('changeAccounts') && { onRemove: () => setRemoving(note) })}
          />
        ))}
      </ol>
      {notes.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={notes.isFetchingNextPage}
          onClick={() => void notes.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
      {removing && (
        <Confirm
          title={words.removeTitle}
          lead={words.removeLead}
          action={words.remove}
          isDangerous
          onConfirm={() => remove.mutate(removing.id)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Panel>
  );
}

function NoteForm({ id }: { id: string }) {
  const { notes: words } = useTexts();
  const draft = `note-${id}`;
  const [text, setText] = useDraft(draft, () => '');
  const { keyOf } = useRequestKey();
  const write = useCommand({
    send: (body: { text: string }) => {
      const params = { path: { id }, header: { 'Idempotency-Key': keyOf(body) } };
      return answer(api.POST('/v1/accounts/{id}/notes', { params, body }));
    },
    done: () => {
      setText('');
      dropDraft(draft);
      return [words.added];
    },
    changes: [careKey(id)],
    thing: 'account',
    isForm: true,
  });
  const submit = () => {
    if (text.trim() && !write.isPending) {
      write.mutate({ text: text.trim() });
    }
  };
  return (
    <Form className="note-form" error={write.error} onSubmit={submit}>
      <Textarea
        label={words.new}
        description={words.hint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LENGTH_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {write.isError && <Failure error={write.error} thing="account" />}
      <Button type="submit" size="xs" disabled={!text.trim()} loading={write.isPending}>
        {words.add}
      </Button>
    </Form>
  );
}

function Note({ note, onRemove }: { note: AccountNote; onRemove?: () => void }) {
  const { notes: words } = useTexts();
  const { nameOf } = usePeople();
  const author = note.authorName ?? nameOf(note.author);
  return (
    <li className="entry">
      <p className="note-text">{note.text}</p>
      <div className="entry-head">
        <span className="faint">
          {author} · <When at={note.writtenAt} />
        </span>
        {onRemove && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className="note-remove"
            onClick={onRemove}
          >
            {words.remove}
          </Button>
        )}
      </div>
    </li>
  );
}
