import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../text/language';

interface PageProps {
  title: string;
  /** Beside the title: how many, how current. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page under its title, which the browser's tab shows too. */
export function Page({ title, note, actions, children }: PageProps) {
  const { name } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <>
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {note && <div className="page-note">{note}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  tools,
  children,
  className = '',
}: {
  title: string;
  tools?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`panel ${className}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  );
}

/** Where there is nothing, which is no error. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
