import { useState } from 'react';
import { sessionState } from '../api/session';

/** What was typed and not sent, by the name of its form. It lives in this tab's memory alone. */
const drafts = new Map<string, unknown>();

/** Whether a form of this name was open when the session ended. */
export const hasDraft = (name: string): boolean => drafts.has(name);

export function forgetDrafts(): void {
  drafts.clear();
}

export function dropDraft(name: string): void {
  drafts.delete(name);
}

/**
 * A form's content. It survives the end of the session: who signs in again finds the form as it was. Closing the form
 * drops it.
 */
export function useDraft<T>(name: string, initial: () => T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() =>
    drafts.has(name) ? (drafts.get(name) as T) : initial(),
  );
  const change = (next: T) => {
    if (sessionState() === 'in') {
      drafts.set(name, next);
    }
    setValue(next);
  };
  return [value, change];
}
