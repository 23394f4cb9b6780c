import { CloseButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFocusReturn } from './focus';
import { useLayer } from './layers';

interface SidePanelProps {
  label: string;
  closeLabel: string;
  /** Stands at the top, beside the button that closes the panel. */
  tools: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** One record beside the list that it was opened from. The list stays usable. */
export function SidePanel({ label, closeLabel, tools, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useFocusReturn();
  useLayer(onClose);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <aside ref={panel} className="side-panel" aria-label={label} tabIndex={-1}>
      <div className="side-panel-head">
        <div className="side-panel-tools">{tools}</div>
        <CloseButton aria-label={closeLabel} onClick={onClose} />
      </div>
      <div className="side-panel-body">{children}</div>
    </aside>
  );
}
