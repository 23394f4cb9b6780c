import { CloseButton } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../text/language';
import { failureText } from './failure';

interface Toast {
  id: number;
  text: string;
  isFailure: boolean;
}

interface Telling {
  /** Says that something went well; goes away by itself. */
  tell: (text: string) => void;
  /** Says that something went wrong; stays until it is closed. */
  tellFailure: (error: unknown) => void;
}

const SHOWN_MILLIS = 6000;
const Context = createContext<Telling | undefined>(undefined);
let lastId = 0;

export function Toasts({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const [toasts, setToasts] = useState<Toast[]>([]);

  const remove = useCallback((id: number) => {
    setToasts((before) => before.filter((toast) => toast.id !== id));
  }, []);
  const add = useCallback((text: string, isFailure: boolean) => {
    const id = ++lastId;
    setToasts((before) => [...before.slice(-2), { id, text, isFailure }]);
    return id;
  }, []);
  const telling = useMemo(
    () => ({
      tell: (text: string) => {
        const id = add(text, false);
        setTimeout(() => remove(id), SHOWN_MILLIS);
      },
      tellFailure: (error: unknown) => {
        add(failureText(texts, error), true);
      },
    }),
    [add, remove, texts],
  );

  return (
    <Context value={telling}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={toast.isFailure ? 'toast toast-failure' : 'toast'}>
            <span>{toast.text}</span>
            <CloseButton
              size="sm"
              aria-label={texts.common.close}
              onClick={() => remove(toast.id)}
            />
          </div>
        ))}
      </div>
    </Context>
  );
}

export function useTelling(): Telling {
  const telling = useContext(Context);
  if (!telling) {
    throw new Error('no toasts around');
  }
  return telling;
}
