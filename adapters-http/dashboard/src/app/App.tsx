import { MantineProvider, Modal, mergeThemeOverrides } from '@mantine/core';
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

// Locking the page's scrolling would put a style element into it, which the policy forbids: the sheet does it.
const dashboardTheme = mergeThemeOverrides(theme, {
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false } }),
    // Without it the first item gets the focus: what has no role may not be focusable within a menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
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
      theme={dashboardTheme}
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
