import { Button } from '@mantine/core';
import { useTexts } from '../text/language';

/** The button that loads the next page of a list; nothing if there is none. */
export function More({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  const { common } = useTexts();
  return (
    list.hasNextPage && (
      <Button
        variant="default"
        className="more"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {common.more}
      </Button>
    )
  );
}
