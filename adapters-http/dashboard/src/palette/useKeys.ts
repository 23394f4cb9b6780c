import { useEffect, useEffectEvent } from 'react';

/** Where a key is text. */
function isTyping(target: EventTarget | null): boolean {
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

/** Opens the palette with Ctrl+K or ⌘K, and uses the control that names the pressed key. */
export function useKeys(openPalette: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) {
      return;
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
