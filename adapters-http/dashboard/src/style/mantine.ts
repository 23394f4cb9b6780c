import { createTheme, Modal } from '@mantine/core';

// Locking the page's scrolling would put a style element into it, which the policy forbids: the sheet does it.
export const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false } }),
  },
});
