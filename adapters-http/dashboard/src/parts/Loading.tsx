import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from './failure';
import { Rows } from './Rows';

interface LoadingProps {
  query: Pick<UseQueryResult, 'isPending' | 'isError' | 'error' | 'refetch'>;
  /** How many rows stand where the answer will be. */
  rows: number;
  /** What could not be loaded: "Couldn't load accounts". */
  title: string;
}

/** Stands for the answer of a query until it is there, and shows a failure with a way to try again. */
export function Loading({ query, rows, title }: LoadingProps) {
  return (
    <>
      {query.isPending && <Rows count={rows} />}
      {query.isError && (
        <Failure error={query.error} title={title} retry={() => void query.refetch()} />
      )}
    </>
  );
}
