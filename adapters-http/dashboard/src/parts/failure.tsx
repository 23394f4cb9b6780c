import { Alert, Button } from '@mantine/core';
import { Refused } from '../api/problem';
import type { Texts } from '../text/en';
import { useTexts } from '../text/language';

/** What to tell of an error: our own words where we have them, else the server's. */
export function failureText(texts: Texts, error: unknown): string {
  if (!(error instanceof Refused)) {
    return texts.failures.page;
  }
  const words: Record<string, string> = texts.failures as unknown as Record<string, string>;
  const own = words[error.type || (error.status === 429 ? 'rate-limited' : '')];
  const faults = error.faults.map((fault) => fault.detail).join('; ');
  return faults ? `${own ?? ''} ${faults}`.trim() : (own ?? error.detail);
}

/** An error where something would stand, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const texts = useTexts();
  const requestId = error instanceof Refused ? error.requestId : undefined;
  return (
    <Alert color="red" role="alert" title={texts.failures.title} className="failure">
      <p>{failureText(texts, error)}</p>
      {requestId && <p className="faint">{texts.failures.request(requestId)}</p>}
      {retry && (
        <Button size="xs" variant="default" onClick={retry}>
          {texts.common.retry}
        </Button>
      )}
    </Alert>
  );
}
