import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Transfer } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';

const REASON = /^[a-z0-9-]{1,40}$/;

interface ReverseProps {
  transfer: Transfer;
  /** Called with the id of the reversal. */
  onDone: (id: string) => void;
  onClose: () => void;
}

/** Moves back what a transfer moved. A repeated submission is the same reversal. */
export function Reverse({ transfer, onDone, onClose }: ReverseProps) {
  const { transfers: words, common } = useTexts();
  const queries = useQueryClient();
  const { tell } = useTelling();
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('reversal');
  const isRight = REASON.test(reason);
  const reverse = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/v1/transfers/{id}', {
          params: { path: { id } },
          body: { kind: 'reversal', parent: transfer.id, reason },
        }),
      ),
    onSuccess: async () => {
      tell(words.reversed);
      await queries.invalidateQueries({ queryKey: ['transfers'] });
      onClose();
      onDone(id);
    },
  });
  return (
    <Dialog title={words.reverseTitle} isBusy={reverse.isPending} onClose={onClose}>
      <Form error={reverse.error} onSubmit={() => isRight && reverse.mutate()}>
        <p className="lead">{words.reverseLead}</p>
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          data-autofocus
          value={reason}
          maxLength={40}
          error={!isRight && words.reasonHint}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {reverse.isError && <Failure error={reverse.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" color="red" loading={reverse.isPending}>
            {words.reverse}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
