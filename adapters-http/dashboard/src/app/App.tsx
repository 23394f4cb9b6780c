import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { LanguageProvider, type spokenAtStart } from '../text/language';
import { newQueryClient } from '../state/queries';
import { refreshOnReturn } from '../state/refresh';
import { themeManager } from '../state/theme';
import { theme } from '../style/mantine';
import { Toasts } from '../parts/Toasts';
import { Gate } from './Gate';

const queryClient = newQueryClient();

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
