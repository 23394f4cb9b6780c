import { Suspense } from 'react';
import { Router } from 'wouter';
import { onDemand } from '../app/onDemand';
import type { Spoken } from '../text/languages';
import { Fence } from './page/Fence';
import { Header } from './page/Header';
import { Waiting } from './page/Page';
import { LanguageProvider } from './text/language';
import type { Texts } from './text/en';

const load = () => import('./Store');
const Store = onDemand(async () => ({ default: (await load()).Store }));

/** Begins to load what the first script leaves out. A failure is shown where the part is used. */
export const loadStore = (): void => void load().catch(() => undefined);

/** The page of visitors and customers. The first script shows its frame, while the rest loads. */
export function App({ start }: { start: Spoken<Texts> }) {
  return (
    <LanguageProvider start={start}>
      <Router base="/store">
        <Fence>
          <Suspense fallback={<Frame />}>
            <Store />
          </Suspense>
        </Fence>
      </Router>
    </LanguageProvider>
  );
}

function Frame() {
  return (
    <>
      <Header />
      <main className="main">
        <Waiting />
      </main>
    </>
  );
}
