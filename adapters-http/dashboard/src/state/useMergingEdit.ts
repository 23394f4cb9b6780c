import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../api/problem';
import { changedParts, overlapsOf, rebased, type Overlap, type Values } from './changes';
import { dropDraft, useDraft } from './drafts';

/** A record as its form shows it, and the version that it was read at. */
export interface Stored<F> {
  fields: F;
  etag: string;
}

interface EditOptions<F> {
  /** The name of the draft. */
  draft: string;
  opened: Stored<F>;
  read: () => Promise<Stored<F>>;
  /** Sends what differs from the stored record. */
  save: (onto: Stored<F>, fields: F) => Promise<unknown>;
  valuesOf: (fields: F) => Values;
  fieldsOf: (values: Values) => F;
  onClose: () => void;
}

export interface Conflicting {
  overlaps: readonly Overlap[];
  overwrite: () => void;
  discard: () => void;
}

/** Edits a record. Concurrent changes are merged; where both changed one value, the user chooses. */
export function useMergingEdit<F>(options: EditOptions<F>) {
  const { draft, opened, read, save, valuesOf, fieldsOf, onClose } = options;
  const [{ base, fields }, setEdit] = useDraft(draft, () => ({
    base: opened,
    fields: opened.fields,
  }));
  const [theirs, setTheirs] = useState<Stored<F>>();
  const [before, own] = [valuesOf(base.fields), valuesOf(fields)];
  const close = () => {
    dropDraft(draft);
    onClose();
  };
  const attempt = async (onto: Stored<F>, changed: F): Promise<void> => {
    if (changedParts(valuesOf(onto.fields), valuesOf(changed)).length > 0) {
      try {
        await save(onto, changed);
      } catch (refused) {
        if (!(refused instanceof Refused) || refused.status !== 412) {
          throw refused;
        }
        const stored = await read();
        const current = valuesOf(stored.fields);
        if (overlapsOf(before, current, own).length > 0) {
          setTheirs(stored);
          return;
        }
        await attempt(stored, fieldsOf(rebased(before, current, own)));
        return;
      }
    }
    close();
  };
  const saving = useMutation({
    mutationFn: ([onto, changed]: [Stored<F>, F]) => attempt(onto, changed),
  });
  return {
    fields,
    setFields: (changed: F) => setEdit({ base, fields: changed }),
    isChanged: changedParts(before, own).length > 0,
    isBusy: saving.isPending,
    error: saving.error,
    submit: () => saving.mutate([base, fields]),
    close,
    conflict: theirs && conflictWith(theirs),
  };

  function conflictWith(stored: Stored<F>): Conflicting {
    const current = valuesOf(stored.fields);
    const overlaps = overlapsOf(before, current, own);
    const taken = new Set(overlaps.map(({ part }) => part));
    return {
      overlaps,
      overwrite: () => saving.mutate([stored, fieldsOf(rebased(before, current, own))]),
      discard: () => {
        const kept = rebased(before, current, own, (part) => !taken.has(part));
        setEdit({ base: stored, fields: fieldsOf(kept) });
        setTheirs(undefined);
        saving.reset();
      },
    };
  }
}
