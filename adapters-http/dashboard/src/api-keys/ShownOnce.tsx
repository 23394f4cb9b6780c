import { Button, CopyButton, Group } from '@mantine/core';
import { useTexts } from '../text/language';

/** Shows a secret, which is shown only once. */
export function ShownOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { apiKeys, common } = useTexts();
  return (
    <div className="form">
      <p className="lead">{apiKeys.madeLead}</p>
      <code className="secret">{secret}</code>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{common.close}</Button>
      </Group>
    </div>
  );
}
