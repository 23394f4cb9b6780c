import { answer, api } from '../api/client';
import type { RedeliveryRequest } from '../api/model';
import { useCommand } from '../parts/useCommand';
import { useRequestKey } from '../state/useRequestKey';

/** Has events sent again. A request that is repeated after a failure is the same redelivery. */
export function useRedeliver(id: string, onDone: (redelivery: string) => void, isForm = false) {
  const { keyOf, isDone } = useRequestKey();
  return useCommand({
    send: async (body: RedeliveryRequest) => {
      const params = { path: { id }, header: { 'Idempotency-Key': keyOf(body) } };
      const redelivery = await answer(api.POST('/v1/webhooks/{id}/redeliveries', { params, body }));
      isDone();
      onDone(redelivery.id);
    },
    changes: [['webhooks']],
    thing: 'webhook',
    isForm,
  });
}
