import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useTexts } from '../text/language';
import { useRedeliver } from './useRedeliver';

interface RedeliverRangeProps {
  id: string;
  onDone: (redelivery: string) => void;
  onClose: () => void;
}

/** Sends the events of a range of positions again. */
export function RedeliverRange({ id, onDone, onClose }: RedeliverRangeProps) {
  const { webhooks: words, common } = useTexts();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isTried, setTried] = useState(false);
  const isPosition = (text: string) => /^\d{1,16}$/.test(text.trim());
  const isRange = isPosition(from) && isPosition(to) && Number(from) < Number(to);
  const redeliver = useRedeliver(
    id,
    (redelivery) => {
      onClose();
      onDone(redelivery);
    },
    true,
  );
  const submit = () => {
    setTried(true);
    if (isRange) {
      redeliver.mutate({ from: Number(from), to: Number(to) });
    }
  };
  return (
    <Dialog title={words.redeliverRange} isBusy={redeliver.isPending} onClose={onClose}>
      <Form error={redeliver.error} onSubmit={submit}>
        <p className="lead">{words.redeliverLead}</p>
        <TextInput
          label={words.fromPosition}
          inputMode="numeric"
          data-autofocus
          value={from}
          error={isTried && !isPosition(from) && words.faults.position}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={words.toPosition}
          inputMode="numeric"
          value={to}
          error={isTried && !isRange && words.faults.range}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        {redeliver.isError && <Failure error={redeliver.error} thing="webhook" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={redeliver.isPending}>
            {words.redeliver}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
