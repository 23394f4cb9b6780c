import { MantineProvider, createTheme, Modal } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Refused } from '../api/problem';
import { LanguageProvider, type spokenAtStart } from '../text/language';
import { refreshOnReturn } from '../state/refresh';
import { themeManager } from '../state/theme';
import { Toasts } from '../parts/Toasts';
import { Gate } from './Gate';

const RETRIES = 2;

/** Only what may pass by itself is tried again. */
function isPassing(error: unknown): boolean {
  return error instanceof Refused && (error.status === 0 || error.status === 503);
}

const queryClient = new QueryClient({
  queryCache: new QueryCache(),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // The library's own sharing copies objects by assignment, which loses a member named `__proto__`.
      structuralSharing: (before, after) =>
        JSON.stringify(before) === JSON.stringify(after) ? before : after,
      retry: (failures, error) => failures < RETRIES && isPassing(error),
    },
  },
});

// Locking the page's scrolling would put a style element into it, which the policy forbids: the sheet does it.
const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false } }),
  },
});

interface AppProps {
  start: Awaited<ReturnType<typeof spokenAtStart>>;
  resumed: Promise<void>;
}

export function App({ start, resumed }: AppProps) {
  useEffect(() => refreshOnReturn(queryClient), []);
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={themeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <LanguageProvider start={start}>
          <Toasts>
            <Gate resumed={resumed} />
          </Toasts>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
