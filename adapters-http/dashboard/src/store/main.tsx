import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ChunkFailed } from '../app/onDemand';
import { App, loadStore } from './App';
import { spokenAtStart } from './text/language';
import './index.css';

/** A chunk that failed to load is shown on the page. Any other error caught here is a bug. */
function report(error: unknown): void {
  if (!(error instanceof ChunkFailed)) {
    console.error(error);
  }
}

// The store is asked for while the texts load.
loadStore();
const start = await spokenAtStart();
const root = document.getElementById('root');
if (root) {
  createRoot(root, { onCaughtError: report }).render(
    <StrictMode>
      <App start={start} />
    </StrictMode>,
  );
}
