import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';

interface FormProps {
  className?: string;
  /** The server's last answer, if it refused. */
  error?: unknown;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form. After a submission that was refused, here or by the server, its first invalid field gets the focus. */
export function Form({ className = 'form', error, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [attempts, error]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAttempts((before) => before + 1);
    onSubmit();
  };
  return (
    <form ref={form} className={className} noValidate onSubmit={submit}>
      {children}
    </form>
  );
}
