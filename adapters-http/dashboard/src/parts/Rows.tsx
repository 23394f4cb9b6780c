import { Skeleton } from '@mantine/core';

/** Stands where rows will be, as tall as they. */
export function Rows({ count }: { count: number }) {
  return (
    <div className="rows-waiting" aria-busy="true">
      {Array.from({ length: count }, (_, i) => (
        <Skeleton key={i} height={22} />
      ))}
    </div>
  );
}
