import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Failure } from '../parts/failure';
import { Panel } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { useRedeliver } from './useRedeliver';

const PAGE = 25;

interface DeadLettersProps {
  id: string;
  mayRedeliver: boolean;
  onRedeliver: (redelivery: string) => void;
}

/** The events that the endpoint refused again and again while it took others. */
export function DeadLetters({ id, mayRedeliver, onRedeliver }: DeadLettersProps) {
  const { webhooks: words, audit, failures } = useTexts();
  const redeliver = useRedeliver(id, onRedeliver);
  const letters = useInfiniteQuery({
    queryKey: ['webhooks', 'dead-letters', id],
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) };
      return answer(api.GET('/v1/webhooks/{id}/dead-letters', { params: { path: { id }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const all = letters.data?.pages.flatMap((page) => page.data) ?? [];
  const classes: Record<string, string> = words.classes;
  return (
    <Panel
      title={words.deadLetters}
      tools={
        mayRedeliver && (
          <Button
            size="compact-sm"
            variant="default"
            loading={redeliver.isPending}
            onClick={() => redeliver.mutate({ deadLetters: true })}
          >
            {words.redeliverAll}
          </Button>
        )
      }
    >
      <p className="faint">{words.deadLettersLead}</p>
      {letters.isPending && <Rows count={3} />}
      {letters.isError && <Failure error={letters.error} title={failures.loads.attempts} />}
      <ol className="entries">
        {all.map(({ position, eventId, since, attempts, lastFault }) => (
          <li key={position} className="entry">
            <div className="entry-head">
              <span className="entry-sentence">
                {words.event(String(position))}
                <span className="faint">
                  {' '}
                  · {words.attemptCount(attempts)} · {classes[lastFault] ?? `HTTP ${lastFault}`}
                </span>
              </span>
              <span className="entry-when faint">
                <When at={since} />
              </span>
              {mayRedeliver && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={words.redeliverOne(String(position))}
                  onClick={() => redeliver.mutate({ eventIds: [eventId] })}
                >
                  {words.redeliver}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {letters.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={letters.isFetchingNextPage}
          onClick={() => void letters.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
    </Panel>
  );
}
