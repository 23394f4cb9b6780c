import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { useMay } from '../app/me';
import { Failure } from '../parts/failure';
import { Empty, Page } from '../parts/Page';
import { Pager } from '../parts/Pager';
import { Rows } from '../parts/Rows';
import { useTrail } from '../state/trail';
import { useQueryState } from '../state/useQueryState';
import { useTexts } from '../text/language';
import { ApiKeyForm } from './ApiKeyForm';
import { ApiKeyTable } from './ApiKeyTable';

const STANDARD = { cursor: '' };
const PAGE = 50;

/** What lets other services in. */
export default function ApiKeys() {
  const { failures, apiKeys: words } = useTexts();
  const { loads } = failures;
  const may = useMay();
  const [{ cursor }, change] = useQueryState(STANDARD);
  const [isMaking, setMaking] = useState(false);
  const keys = useQuery({
    queryKey: ['api-keys', cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/api-keys', {
          params: { query: { limit: PAGE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
  });
  const { data } = keys;
  const steps = useTrail(cursor, data?.nextCursor, (next) =>
    change({ cursor: next }, { replace: false }),
  );
  return (
    <Page
      title={words.title}
      actions={
        may('changeOperators') && <Button onClick={() => setMaking(true)}>{words.new}</Button>
      }
    >
      {keys.isError && (
        <Failure error={keys.error} title={loads.apiKeys} retry={() => void keys.refetch()} />
      )}
      {keys.isPending && <Rows count={5} />}
      {data?.data.length === 0 && <Empty>{words.empty}</Empty>}
      {data && data.data.length > 0 && <ApiKeyTable keys={data.data} />}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {isMaking && <ApiKeyForm onClose={() => setMaking(false)} />}
    </Page>
  );
}
