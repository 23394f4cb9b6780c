import { Button, Group } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { LineQuantity, Order } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useTexts } from '../text/language';
import { LinesField } from './LinesField';
import { linesOf, type Typed } from './quantities';

interface UnitsDialogProps<R> {
  title: string;
  legend: string;
  action: string;
  lead?: string;
  order: Order;
  /** The most units of each line. */
  maxima: Typed;
  /** What is typed at first. */
  initial: Typed;
  command: UseMutationResult<R, Error, LineQuantity[]>;
  onClose: () => void;
  /** The fields below the lines. */
  children: ReactNode;
}

/** Asks for units of an order's lines, and sends them; at least one unit is needed. */
export function UnitsDialog<R>({
  title,
  legend,
  action,
  lead,
  order,
  maxima,
  initial,
  command,
  onClose,
  children,
}: UnitsDialogProps<R>) {
  const { orders: words, common } = useTexts();
  const [typed, setTyped] = useState(initial);
  const [isTried, setTried] = useState(false);
  const lines = linesOf(typed, maxima);
  const submit = () => {
    setTried(true);
    if (lines && lines.length > 0) {
      command.mutate(lines);
    }
  };
  return (
    <Dialog
      title={title}
      guard={typed === initial ? undefined : common.discard}
      isBusy={command.isPending}
      onClose={onClose}
    >
      <Form error={command.error} onSubmit={submit}>
        {lead && <p className="lead">{lead}</p>}
        <LinesField
          legend={legend}
          order={order}
          maxima={maxima}
          typed={typed}
          isTried={isTried}
          onChange={setTyped}
        />
        {children}
        {isTried && lines?.length === 0 && (
          <p role="alert" className="complaint">
            {words.faults.noLines}
          </p>
        )}
        {command.isError && <Failure error={command.error} thing="order" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={command.isPending}>
            {action}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
