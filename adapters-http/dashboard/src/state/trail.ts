import { useState } from 'react';

/**
 * The way through a list whose cursors lead forward alone: the cursors of the pages before this one, the first page's
 * being empty.
 */
export type Trail = readonly string[];

export const stepForward = (trail: Trail, current: string): Trail => [...trail, current];

/** The page before this one, and the way to it. A reader who came by a link goes to the first page. */
export function stepBack(trail: Trail): { cursor: string; trail: Trail } {
  return { cursor: trail.at(-1) ?? '', trail: trail.slice(0, -1) };
}

interface Steps {
  page: number;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
}

/** Walks such a list, whose present cursor stands in the address. */
export function useTrail(
  cursor: string,
  nextCursor: string | undefined,
  go: (cursor: string) => void,
): Steps {
  const [trail, setTrail] = useState<Trail>([]);
  const isFirst = cursor === '';
  return {
    page: isFirst ? 1 : Math.max(2, trail.length + 1),
    previous: isFirst
      ? undefined
      : () => {
          const back = stepBack(trail);
          setTrail(back.trail);
          go(back.cursor);
        },
    next:
      nextCursor === undefined
        ? undefined
        : () => {
            setTrail(isFirst ? [''] : stepForward(trail, cursor));
            go(nextCursor);
          },
  };
}
