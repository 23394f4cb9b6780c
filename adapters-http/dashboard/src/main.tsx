import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resume } from './api/session';
import { App } from './app/App';
import { ChunkFailed } from './app/onDemand';
import { spokenAtStart } from './text/language';
import './style/index.css';

/** A chunk that failed to load is shown on the page. Any other error caught here is a bug. */
function report(error: unknown): void {
  if (!(error instanceof ChunkFailed)) {
    console.error(error);
  }
}

// The session is asked for while the texts load.
const resumed = resume();
const start = await spokenAtStart();
const root = document.getElementById('root');
if (root) {
  createRoot(root, { onCaughtError: report }).render(
    <StrictMode>
      <App start={start} resumed={resumed} />
    </StrictMode>,
  );
}
