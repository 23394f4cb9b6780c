/** The cursors of the pages before one, the first page's being empty. */
type Trail = readonly string[];

/** The pages that a walk can remember; a list of more pages forgets the first ones. */
const CURSORS_MAX = 1000;

/** How this tab came to the page of each cursor. A cursor belongs to one list and its filters. */
const trails = new Map<string, Trail>();

function remember(cursor: string, trail: Trail): void {
  if (trails.size >= CURSORS_MAX) {
    const [oldest] = trails.keys();
    trails.delete(oldest ?? '');
  }
  trails.set(cursor, trail);
}

interface Steps {
  page: number;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

/**
 * Walks a list whose cursors lead forward alone; its present cursor stands in the address. A reader who came by a link
 * goes back to the first page.
 */
export function useTrail(
  cursor: string,
  nextCursor: string | undefined,
  go: (cursor: string) => void,
): Steps {
  const trail = trails.get(cursor) ?? [];
  const isFirst = cursor === '';
  return {
    page: isFirst ? 1 : Math.max(2, trail.length + 1),
    previous: isFirst ? undefined : () => go(trail.at(-1) ?? ''),
    next:
      nextCursor === undefined
        ? undefined
        : () => {
            remember(nextCursor, isFirst ? [''] : [...trail, cursor]);
            go(nextCursor);
          },
  };
}
