import { createTheme } from '@mantine/core';

/** What both pages ask of Mantine's parts. */
export const theme = createTheme({ cursorType: 'pointer', respectReducedMotion: true });
