import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { resume } from './api/session';
import { App } from './app/App';
import { spokenAtStart } from './text/language';
import './style/index.css';

// The session is asked for while the texts load.
const resumed = resume();
const start = await spokenAtStart();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App start={start} resumed={resumed} />
    </StrictMode>,
  );
}
