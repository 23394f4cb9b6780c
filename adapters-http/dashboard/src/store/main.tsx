import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { spokenAtStart } from './text/language';
import './index.css';

const start = await spokenAtStart();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App start={start} />
    </StrictMode>,
  );
}
