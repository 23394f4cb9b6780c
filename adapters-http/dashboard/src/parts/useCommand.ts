import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { Thing } from './failure';
import { useTelling, type Offer } from './Toasts';

interface Command<V, R> {
  send: (input: V) => Promise<R>;
  /** The message after a success, with an action that it may offer. */
  done?: (result: R, input: V) => readonly [text: string, offer?: Offer];
  /** The queries whose answers it changes. */
  changes: readonly QueryKey[];
  thing: Thing;
  /** Whether a form shows the failure, so that no message has to. */
  isForm?: boolean;
}

/** Sends a change, tells how it ended, and asks again for what it changed, also after a refusal: it may be outdated. */
export function useCommand<V, R>({ send, done, changes, thing, isForm = false }: Command<V, R>) {
  const queries = useQueryClient();
  const { tell, tellFailureOf } = useTelling();
  return useMutation({
    mutationFn: send,
    onSuccess: (result, input) => {
      if (done) {
        tell(...done(result, input));
      }
    },
    onError: (error) => {
      if (!isForm) {
        tellFailureOf(thing, error);
      }
    },
    onSettled: () =>
      Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
