import { Button, CopyButton, Group } from '@mantine/core';
import { useTexts } from '../text/language';

interface ShownOnceProps {
  secret: string;
  onCopy: () => void;
  onClose: () => void;
}

/** Shows a secret, which is shown only once. */
export function ShownOnce({ secret, onCopy, onClose }: ShownOnceProps) {
  const { apiKeys, common } = useTexts();
  return (
    <div className="form">
      <p className="lead">{apiKeys.madeLead}</p>
      <code className="secret">{secret}</code>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              data-autofocus
              onClick={() => {
                copy();
                onCopy();
              }}
            >
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{common.close}</Button>
      </Group>
    </div>
  );
}
