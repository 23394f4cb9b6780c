import { CloseButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '../api/client';
import { Failure } from '../parts/failure';
import { useLanguage } from '../text/language';

const PACE_MILLIS = 2_000;

interface RedeliveryProgressProps {
  id: string;
  redelivery: string;
  onClose: () => void;
}

/** How many events of a redelivery are sent, until all are. */
export function RedeliveryProgress({ id, redelivery, onClose }: RedeliveryProgressProps) {
  const { texts, format } = useLanguage();
  const { webhooks: words, common } = texts;
  const progress = useQuery({
    queryKey: ['webhooks', 'redelivery', id, redelivery],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/webhooks/{id}/redeliveries/{redelivery}', {
          params: { path: { id, redelivery } },
          signal,
        }),
      ),
    refetchInterval: ({ state: { data } }) => (!data || data.sent < data.events) && PACE_MILLIS,
  });
  const { data } = progress;
  const queries = useQueryClient();
  const isDone = data !== undefined && data.sent >= data.events;
  useEffect(() => {
    if (isDone) {
      // What arrived is no dead letter any more.
      void queries.invalidateQueries({ queryKey: ['webhooks'] });
    }
  }, [isDone, queries]);
  return (
    <div className="notice" role="status">
      <span className="toast-text">
        {progress.isError && <Failure error={progress.error} thing="webhook" />}
        {data && words.sent(format.number(data.sent), format.number(data.events))}
        {data && data.failed > 0 && ` ${words.notTaken(data.failed, format.number(data.failed))}`}
      </span>
      <CloseButton size="sm" aria-label={common.dismiss} onClick={onClose} />
    </div>
  );
}
