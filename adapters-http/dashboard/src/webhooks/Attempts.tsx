import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { DeliveryAttempt, DeliveryResult } from '../api/model';
import { Failure } from '../parts/failure';
import { Empty, Panel } from '../parts/Page';
import { Raw } from '../parts/Raw';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useLanguage, useTexts } from '../text/language';
import { useRedeliver } from './useRedeliver';
import { REFRESH } from './useWebhooks';

const PAGE = 25;

interface AttemptsProps {
  id: string;
  mayRedeliver: boolean;
  onRedeliver: (redelivery: string) => void;
}

/** The attempts of the last days, the newest first, each with what was sent and what was answered. */
export function Attempts({ id, mayRedeliver, onRedeliver }: AttemptsProps) {
  const { webhooks: words, audit, failures } = useTexts();
  const redeliver = useRedeliver(id, onRedeliver);
  const attempts = useInfiniteQuery({
    queryKey: ['webhooks', 'attempts', id],
    queryFn: ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam && { cursor: pageParam }) };
      return answer(api.GET('/v1/webhooks/{id}/attempts', { params: { path: { id }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH,
  });
  const all = attempts.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Panel title={words.attempts}>
      {attempts.isPending && <Rows count={4} />}
      {attempts.isError && <Failure error={attempts.error} title={failures.loads.attempts} />}
      {attempts.data && all.length === 0 && <Empty>{words.noAttempts}</Empty>}
      <ol className="entries">
        {all.map((attempt) => (
          <AttemptEntry
            key={`${attempt.at} ${attempt.eventId}`}
            attempt={attempt}
            {...(mayRedeliver && {
              onRedeliver: () => redeliver.mutate({ eventIds: [attempt.eventId] }),
            })}
          />
        ))}
      </ol>
      {attempts.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={attempts.isFetchingNextPage}
          onClick={() => void attempts.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
    </Panel>
  );
}

/** How an attempt has ended, in words. */
export function useResultText(): (result: Omit<DeliveryResult, 'delivered'>) => string {
  const { texts, format } = useLanguage();
  const { webhooks: words } = texts;
  return ({ status, fault, millis }) => {
    const end = fault ? words.classes[fault] : status === undefined ? '' : `HTTP ${status}`;
    return [end, format.duration(millis)].filter(Boolean).join(' · ');
  };
}

function AttemptEntry({
  attempt,
  onRedeliver,
}: {
  attempt: DeliveryAttempt;
  onRedeliver?: () => void;
}) {
  const { webhooks: words, audit } = useTexts();
  const resultText = useResultText();
  const [isOpen, setOpen] = useState(false);
  const { delivered, position, eventId, answer: body } = attempt;
  const isTest = position === undefined;
  return (
    <li className="entry">
      <div className="entry-head">
        <span className={`badge badge-${delivered ? 'active' : 'down'}`}>
          {delivered ? words.delivered : words.failed}
        </span>
        <span className="attempt-text">
          {isTest ? words.testMessage : words.event(String(position))}
          <span className="faint">
            {' '}
            · {words.attempt(attempt.attempt)} · {resultText(attempt)}
          </span>
        </span>
        <span className="entry-when faint">
          <When at={attempt.at} />
        </span>
      </div>
      <details
        className="entry-details"
        onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
      >
        <summary>{audit.details}</summary>
        {isOpen && (
          <div className="form attempt-details">
            {!isTest && <SentEvent id={eventId} />}
            <div>
              <h3>{words.answer}</h3>
              {body ? (
                <Raw text={body} />
              ) : (
                <p className="faint">{onRedeliver ? words.noAnswer : words.answerHidden}</p>
              )}
            </div>
            {!isTest && onRedeliver && (
              <div>
                <Button size="compact-sm" variant="default" onClick={onRedeliver}>
                  {words.redeliver}
                </Button>
              </div>
            )}
          </div>
        )}
      </details>
    </li>
  );
}

/** The event of a message, as the feed has it. */
function SentEvent({ id }: { id: string }) {
  const { webhooks: words, failures } = useTexts();
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/events/{id}', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div>
      <h3>{words.request}</h3>
      {event.isPending && <Rows count={2} />}
      {event.isError && <Failure error={event.error} title={failures.loads.events} />}
      {event.data && <Raw text={JSON.stringify(event.data, null, 2)} />}
    </div>
  );
}
