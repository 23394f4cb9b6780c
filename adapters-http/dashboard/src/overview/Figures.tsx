import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Statistics } from '../api/model';
import { useMay } from '../app/me';
import { useLanguage } from '../text/language';

/** The figures that are looked at first. */
export function Figures({ statistics }: { statistics: Statistics | undefined }) {
  const { texts, format } = useLanguage();
  const may = useMay();
  const words = texts.overview;
  const shown = (value: number | undefined) =>
    value === undefined ? <Skeleton height={30} width={70} /> : format.number(value);
  const accounts = statistics?.accounts;
  const pending = statistics?.views.pending;
  return (
    <div className="figures">
      <Figure label={words.active} href="/accounts?status=active">
        {shown(accounts?.active)}
      </Figure>
      <Figure label={words.suspended} href="/accounts?status=suspended">
        {shown(accounts?.suspended)}
      </Figure>
      <Figure label={words.closed} href="/accounts?status=closed">
        {shown(accounts?.closed)}
      </Figure>
      <Figure label={words.created}>{shown(statistics?.createdLast30Minutes)}</Figure>
      <Figure
        label={words.views}
        href="/operations"
        note={
          statistics && words.pending(typeof pending === 'number' ? format.number(pending) : '—')
        }
      >
        {shown(statistics?.views.total)}
      </Figure>
      <Figure label={words.operators} {...(may('readOperators') && { href: '/operators' })}>
        {shown(statistics?.operators)}
      </Figure>
    </div>
  );
}

function Figure({
  label,
  href,
  note,
  children,
}: {
  label: string;
  href?: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const inside = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value">{children}</span>
      <span className="figure-note">{note}</span>
    </>
  );
  return href ? (
    <Link href={href} className="figure figure-link">
      {inside}
    </Link>
  ) : (
    <div className="figure">{inside}</div>
  );
}
