import type { QueryClient } from '@tanstack/react-query';
import { onSession, sessionState } from './session';

/** Forgets what only the customer may see when the session ends. Returns how to stop. */
export function forgetOwnAnswers(client: QueryClient): () => void {
  return onSession(() => {
    if (sessionState() !== 'in') {
      client.removeQueries({ queryKey: ['mine'] });
    }
  });
}
