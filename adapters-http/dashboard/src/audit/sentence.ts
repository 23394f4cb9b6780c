import type { AuditEntry } from '../api/model';
import type { Texts } from '../text/en';
import type { People } from './usePeople';

/** Stands for the account in a sentence, until the page puts a link there. */
export const ACCOUNT = '\u0000';

/** What an entry tells, as a sentence of the reader's language; {@link ACCOUNT} marks the account in it. */
export function sentenceOf(
  { audit, events }: Texts,
  { nameOf }: Pick<People, 'nameOf'>,
  {
    actor,
    action,
    accountId,
    subject,
  }: Pick<AuditEntry, 'actor' | 'action' | 'accountId' | 'subject'>,
): string {
  const [kind, network] = subject?.split(/:(.*)/s) ?? [];
  if (action === 'session.refused' && kind === 'network' && network) {
    return audit.refusedFrom(network);
  }
  const who = nameOf(actor);
  const what = accountId ? ACCOUNT : subject ? nameOf(subject) : '';
  const sentences: Record<string, (who: string, what: string) => string> = audit.sentences;
  const labels: Record<string, string> = { ...events.types, ...audit.actions };
  return sentences[action]?.(who, what) ?? audit.other(who, labels[action] ?? action);
}
