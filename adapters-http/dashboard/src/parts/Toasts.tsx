import { Button, CloseButton } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../text/language';
import { failureText, type Thing } from './failure';

/** What a message offers beside its text. */
export interface Offer {
  /** Takes back what the message tells. */
  undo?: () => void;
  link?: { href: string; label: string };
}

interface Toast extends Offer {
  id: number;
  text: string;
  isFailure: boolean;
}

interface Telling {
  /** Says that something went well; goes away by itself. */
  tell: (text: string, offer?: Offer) => void;
  /** Says that something went wrong; stays until it is closed. */
  tellFailure: (error: unknown) => void;
  /** Says it of a kind of thing, for which some failures have words of their own. */
  tellFailureOf: (thing: Thing, error: unknown) => void;
}

const SHOWN_MILLIS = 6000;
const SHOWN_WITH_OFFER_MILLIS = 12_000;
const TOASTS_MAX = 3;
const Context = createContext<Telling | undefined>(undefined);
let lastId = 0;

export function Toasts({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const [toasts, setToasts] = useState<Toast[]>([]);

  const remove = useCallback((id: number) => {
    setToasts((before) => before.filter((toast) => toast.id !== id));
  }, []);
  const add = useCallback((text: string, isFailure: boolean, offer: Offer = {}) => {
    const id = ++lastId;
    setToasts((before) => [...before.slice(1 - TOASTS_MAX), { id, text, isFailure, ...offer }]);
    return id;
  }, []);
  const telling = useMemo(
    () => ({
      tell: (text: string, offer?: Offer) => {
        const id = add(text, false, offer);
        setTimeout(() => remove(id), offer ? SHOWN_WITH_OFFER_MILLIS : SHOWN_MILLIS);
      },
      tellFailure: (error: unknown) => {
        add(failureText(texts, error), true);
      },
      tellFailureOf: (thing: Thing, error: unknown) => {
        add(failureText(texts, error, thing), true);
      },
    }),
    [add, remove, texts],
  );

  return (
    <Context value={telling}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onClose={() => remove(toast.id)} />
        ))}
      </div>
    </Context>
  );
}

function ToastLine({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { common } = useTexts();
  const { undo, link } = toast;
  return (
    <div className={toast.isFailure ? 'toast toast-failure' : 'toast'}>
      <span className="toast-text">{toast.text}</span>
      {link && (
        <Link href={link.href} className="text-link" onClick={onClose}>
          {link.label}
        </Link>
      )}
      {undo && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onClose();
            undo();
          }}
        >
          {common.undo}
        </Button>
      )}
      <CloseButton size="sm" aria-label={common.dismiss} onClick={onClose} />
    </div>
  );
}

export function useTelling(): Telling {
  const telling = useContext(Context);
  if (!telling) {
    throw new Error('no toasts around');
  }
  return telling;
}
