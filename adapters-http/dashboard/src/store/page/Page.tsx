import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../text/language';

interface PageProps {
  title: string;
  back?: { href: string; label: string };
  children: ReactNode;
}

/** A page under its title, which the browser's tab shows too. */
export function Page({ title, back, children }: PageProps) {
  const { name } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <>
      {back && (
        <Link href={back.href} className="text-link back">
          ← {back.label}
        </Link>
      )}
      <h1>{title}</h1>
      {children}
    </>
  );
}

/** Stands where something loads. */
export function Waiting() {
  const { common } = useTexts();
  return (
    <p className="waiting faint" role="status" aria-busy="true">
      {common.loading}…
    </p>
  );
}
