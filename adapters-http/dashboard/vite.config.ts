import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../target/dashboard',
    emptyOutDir: true,
    // The policy of the page allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  logLevel: 'warn',
  server: { proxy: { '/v1': 'http://127.0.0.1:8080', '/health': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    setupFiles: './src/test/browser.ts',
    restoreMocks: true,
  },
});
