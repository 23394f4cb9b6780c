import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useTelling } from '../parts/Toasts';
import { useLanguage } from '../text/language';

/** Persists what is pending, without waiting for the schedule. */
export function FlushNow() {
  const { texts, format } = useLanguage();
  const { tell, tellFailure } = useTelling();
  const queries = useQueryClient();
  const words = texts.operations;
  const flush = useMutation({
    mutationFn: () => answer(api.POST('/v1/view-flushes')),
    onSuccess: async ({ views, durationMillis }) => {
      const shown = texts.common.views(views, format.number(views));
      tell(words.flushed(shown, format.duration(durationMillis)));
      await queries.invalidateQueries({ queryKey: ['operations'] });
    },
    onError: tellFailure,
  });
  return (
    <Button loading={flush.isPending} onClick={() => flush.mutate()}>
      {words.flushNow}
    </Button>
  );
}
