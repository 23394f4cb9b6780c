import { Alert, Button } from '@mantine/core';
import { Refused } from '../../api/problem';
import { useTexts } from '../text/language';
import type { Texts } from '../text/en';

/** What to tell of an error, in the reader's language alone. */
export function failureText(texts: Texts, error: unknown): string {
  if (!(error instanceof Refused)) {
    return texts.failures.unexpected;
  }
  const words = texts.failures as unknown as Record<string, string | undefined>;
  const byStatus =
    error.status === 429 ? 'rate-limited' : error.status === 404 ? 'no-such-thing' : '';
  return words[error.type || byStatus] ?? texts.failures.unexpected;
}

interface FailureProps {
  error: unknown;
  /** What could not be done: "Couldn't load your orders". */
  title: string;
  retry?: () => void;
}

/** An error where something would stand, and a way to try again. */
export function Failure({ error, title, retry }: FailureProps) {
  const texts = useTexts();
  const requestId = error instanceof Refused ? error.requestId : undefined;
  return (
    <Alert color="red" role="alert" title={title} className="failure">
      <p>{failureText(texts, error)}</p>
      {requestId && <p className="faint">{texts.common.request(requestId)}</p>}
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {texts.common.retry}
        </Button>
      )}
    </Alert>
  );
}
