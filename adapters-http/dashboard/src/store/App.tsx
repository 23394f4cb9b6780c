import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Router } from 'wouter';
import { newQueryClient } from '../state/queries';
import { refreshOnReturn } from '../state/refresh';
import { themeManager } from '../state/theme';
import { theme } from '../style/mantine';
import type { Spoken } from '../text/languages';
import { forgetOwnAnswers } from './session/forget';
import { Shell } from './page/Shell';
import { LanguageProvider } from './text/language';
import type { Texts } from './text/en';

const queryClient = newQueryClient();

/** The page of visitors and customers. */
export function App({ start }: { start: Spoken<Texts> }) {
  useEffect(() => refreshOnReturn(queryClient), []);
  useEffect(() => forgetOwnAnswers(queryClient), []);
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
          <Router base="/store">
            <Shell />
          </Router>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
