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
import { NewWebhook } from './NewWebhook';
import { REFRESH, useDeliveries } from './useWebhooks';
import { WebhookPanel } from './WebhookPanel';
import { WebhookTable } from './WebhookTable';

const STANDARD = { cursor: '', open: '' };
const PAGE = 50;

/** The endpoints that events are sent to, and how far each has come. */
export default function Webhooks() {
  const { webhooks: words, failures } = useTexts();
  const may = useMay();
  const [{ cursor, open }, change] = useQueryState(STANDARD);
  const [isMaking, setMaking] = useState(false);
  useDeliveries();
  const webhooks = useQuery({
    queryKey: ['webhooks', 'list', cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/webhooks', {
          params: { query: { limit: PAGE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: REFRESH,
  });
  const { data } = webhooks;
  const steps = useTrail(cursor, data?.nextCursor, (next) =>
    change({ cursor: next }, { replace: false }),
  );
  const openOne = (id: string) => change({ open: id }, { replace: open !== '' });
  return (
    <Page
      title={words.title}
      actions={
        may('changeWebhooks') && <Button onClick={() => setMaking(true)}>{words.new}</Button>
      }
    >
      {webhooks.isError && (
        <Failure
          error={webhooks.error}
          title={failures.loads.webhooks}
          retry={() => void webhooks.refetch()}
        />
      )}
      {webhooks.isPending && <Rows count={5} />}
      {data?.data.length === 0 && <Empty>{words.empty}</Empty>}
      {data && data.data.length > 0 && (
        <WebhookTable webhooks={data.data} openId={open} onOpen={openOne} />
      )}
      {data && (steps.next ?? steps.previous) && (
        <Pager page={steps.page} onPrevious={steps.previous} onNext={steps.next} />
      )}
      {isMaking && <NewWebhook onOpen={openOne} onClose={() => setMaking(false)} />}
      {open && <WebhookPanel key={open} id={open} onClose={() => change({ open: '' })} />}
    </Page>
  );
}
