import { useEffect, useState } from 'react';
import { useFormat, useTexts } from '../text/language';

const TICK_MILLIS = 30_000;

/** A relative time, which is updated regularly. */
export function useNow(everyMillis = TICK_MILLIS): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}

/** An instant as the reader writes it, or how long ago it was. Its title has both, to the second, and UTC. */
export function When({ at, ago = false }: { at: string | null | undefined; ago?: boolean }) {
  const format = useFormat();
  const { common } = useTexts();
  const now = useNow();
  if (at === null || at === undefined) {
    return <span className="faint">{common.never}</span>;
  }
  const [shown, title] = ago
    ? [format.ago(at, now), format.time(at)]
    : [format.date(at), `${format.time(at)} · ${format.ago(at, now)}`];
  return (
    <time dateTime={at} title={`${title} · ${common.utc(at.slice(0, 19).replace('T', ' '))}`}>
      {shown}
    </time>
  );
}
