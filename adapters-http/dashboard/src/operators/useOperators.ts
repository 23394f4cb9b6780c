import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { NewOperator, OperatorChange } from '../api/model';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';

const PAGE = 50;

export function useOperators(cursor: string) {
  return useQuery({
    queryKey: ['operators', cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/operators', {
          params: { query: { limit: PAGE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
  });
}

/** What changes operators. */
export function useOperatorChanges() {
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  const { operators: words } = useTexts();
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['operators'] });
    await queries.invalidateQueries({ queryKey: ['statistics'] });
  };
  const create = useMutation({
    mutationFn: (body: NewOperator) => answer(api.POST('/v1/operators', { body })),
    onSuccess: done,
  });
  const amend = useMutation({
    mutationFn: ({ id, body }: { id: string; body: OperatorChange }) =>
      answer(api.PATCH('/v1/operators/{id}', { params: { path: { id } }, body })),
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/v1/operators/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      tell(words.removed);
      return done();
    },
    onError: tellFailure,
  });
  return { create, amend, remove };
}
