import { Alert, Button } from '@mantine/core';
import { Refused } from '../api/problem';
import type { Texts } from '../text/en';
import { faultText } from '../text/faults';
import { useTexts } from '../text/language';

/** The kinds of records whose failures have texts of their own. */
export type Thing = 'account' | 'webhook' | 'product' | 'order';

/** What to tell of an error, in the reader's language alone. */
export function failureText(texts: Texts, error: unknown, thing?: Thing): string {
  if (!(error instanceof Refused)) {
    return texts.failures.page;
  }
  if (error.faults.length > 0) {
    return error.faults.map((fault) => faultText(texts, fault)).join(' ');
  }
  const words: Record<string, string> = texts.failures as unknown as Record<string, string>;
  const byStatus =
    error.status === 429 ? 'rate-limited' : error.status === 404 ? 'no-such-thing' : '';
  const type = error.type || byStatus;
  return words[`${type}-${thing}`] ?? words[type] ?? texts.failures.unexpected;
}

interface FailureProps {
  error: unknown;
  /** What could not be done: "Couldn't load accounts". */
  title?: string;
  thing?: Thing;
  retry?: () => void;
}

/** An error where something would stand, and a way to try again. */
export function Failure({ error, title, thing, retry }: FailureProps) {
  const texts = useTexts();
  const requestId = error instanceof Refused ? error.requestId : undefined;
  return (
    <Alert color="red" role="alert" title={title ?? texts.failures.title} className="failure">
      <p>{failureText(texts, error, thing)}</p>
      {requestId && <p className="faint">{texts.failures.request(requestId)}</p>}
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {texts.common.retry}
        </Button>
      )}
    </Alert>
  );
}
