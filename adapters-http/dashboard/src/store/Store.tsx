import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newQueryClient } from '../state/queries';
import { refreshOnReturn } from '../state/refresh';
import { themeManager } from '../state/theme';
import { theme } from '../style/mantine';
import { forgetOwnAnswers } from './session/forget';
import { Shell } from './page/Shell';

const queryClient = newQueryClient();

/** All pages, with what they share. */
export function Store() {
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
        <Shell />
      </QueryClientProvider>
    </MantineProvider>
  );
}
