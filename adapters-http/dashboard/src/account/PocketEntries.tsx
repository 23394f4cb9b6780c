import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import type { Entry, Pocket } from '../api/model';
import { Failure } from '../parts/failure';
import { Money } from '../parts/Money';
import { Empty } from '../parts/Page';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

const PAGE = 25;

async function read(id: string, cursor: string) {
  const query = { limit: PAGE, ...(cursor && { cursor }) };
  return answer(api.GET('/v1/pockets/{id}/entries', { params: { path: { id }, query } }));
}

/** What changed a pocket, entry by entry. */
export function PocketEntries({ pocket }: { pocket: Pocket }) {
  const { balances: words, failures, audit } = useTexts();
  const entries = useInfiniteQuery({
    queryKey: ['account', pocket.accountId ?? '', 'entries', pocket.id],
    queryFn: ({ pageParam }) => read(pocket.id, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const all: Entry[] = entries.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="pocket-entries">
      {entries.isPending && <Rows count={3} />}
      {entries.isError && <Failure error={entries.error} title={failures.loads.pockets} />}
      {entries.data && all.length === 0 && <Empty>{words.noEntries}</Empty>}
      <ol className="entries">
        {all.map((entry) => (
          <li key={entry.seq} className="entry">
            <div className="entry-head">
              <Link href={`/transfers?open=${entry.transfer}`} className="text-link">
                <When at={entry.bookedAt} />
              </Link>
              <Money amount={entry.delta} asset={pocket.asset} isChange />
              <span className="faint">
                {words.after} <Money amount={entry.postedAfter} />
              </span>
            </div>
          </li>
        ))}
      </ol>
      {entries.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {audit.more}
        </Button>
      )}
    </div>
  );
}
