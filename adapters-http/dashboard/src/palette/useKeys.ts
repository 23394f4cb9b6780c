import { useEffect, useEffectEvent } from 'react';
import { moveRow, toggleRow } from './rows';

/** Where a key is text. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') {
    return false;
  }
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The control of this key on the page, unless a dialog is over it. */
function control(key: string): HTMLElement | null {
  return document.querySelector('[role=dialog]')
    ? null
    : document.querySelector<HTMLElement>(`[data-hotkey="${CSS.escape(key)}"]`);
}

/** What keys do with the rows of a table, unless a dialog is over it. */
const ROW_KEYS: Record<string, () => void> = {
  j: () => moveRow(1),
  k: () => moveRow(-1),
  x: toggleRow,
};

/**
 * Opens the palette with Ctrl+K or ⌘K and the help with `?`, moves through rows, and uses the control that names the
 * pressed key.
 */
export function useKeys(openPalette: () => void, openHelp: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) {
      return;
    }
    const onRow = Object.hasOwn(ROW_KEYS, event.key) ? ROW_KEYS[event.key] : undefined;
    if (event.key === '?') {
      openHelp();
    } else if (onRow && !document.querySelector('[role=dialog]')) {
      onRow();
    }
    const found = control(event.key);
    if (found) {
      event.preventDefault();
      if (found instanceof HTMLInputElement) {
        found.focus();
      } else {
        found.click();
      }
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
