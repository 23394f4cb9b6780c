import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { OwnSession } from '../api/model';
import { Loading } from '../parts/Loading';
import { Empty, Panel } from '../parts/Page';
import { useTelling } from '../parts/Toasts';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

/** The sessions of who is signed in, and the way to end one. */
export function OwnSessions() {
  const { profile: words, failures } = useTexts();
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/me/sessions', { signal })),
  });
  const end = useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => tell(words.ended),
    onError: tellFailure,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const rows = sessions.data?.data ?? [];
  return (
    <Panel title={words.sessions}>
      <Loading query={sessions} rows={2} title={failures.loads.sessions} />
      {sessions.data && rows.length === 0 && <Empty>{words.noSessions}</Empty>}
      <ul className="sessions">
        {rows.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={end.isPending}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
    </Panel>
  );
}

interface SessionRowProps {
  session: OwnSession;
  isBusy: boolean;
  onEnd: () => void;
}

/** The own session ends by the sign-out of the menu. */
function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const { profile: words } = useTexts();
  return (
    <li>
      <span>
        {words.signedIn} <When at={session.openedAt} />
        <span className="faint">
          {' · '}
          {words.lastActive} <When at={session.refreshedAt} ago />
        </span>
      </span>
      {session.current ? (
        <span className="badge badge-active">{words.current}</span>
      ) : (
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
