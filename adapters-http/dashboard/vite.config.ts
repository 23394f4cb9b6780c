import path from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const SOURCES = path.join(import.meta.dirname, 'src');

/** The modules of `src` that the store's page may hold. */
const OF_THE_STORE = [
  /^(store|style)\//,
  /^app\/onDemand\.tsx$/,
  /^api\/(answer|problem)\.ts$/,
  /^live\/(keepOpen|sse)\.ts$/,
  /^parts\/(AppearanceItems|checkmark|Icon|SearchField)\.tsx$/,
  /^state\/(cookies|queries|refresh|theme|useQueryState|version)\.ts$/,
  /^text\/(decimals|format|languages)\.tsx?$/,
  /^icon\.svg$/,
];

/** Fails a build of the store's page that holds code of operations: customers must not download it. */
function withoutOperations(): Plugin {
  return {
    name: 'without-operations',
    generateBundle(_, files) {
      const modules = Object.values(files)
        .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
        .map((id) => path.relative(SOURCES, id.split('?')[0] ?? id))
        .filter((name) => !name.startsWith('..') && !name.startsWith('\0'));
      const others = modules.filter((name) => !OF_THE_STORE.some((own) => own.test(name)));
      if (others.length > 0) {
        this.error(`the page of the store holds code of operations: ${others.join(', ')}`);
      }
    },
  };
}

/** Fails a build whose first scripts are larger: the entry, and all that it imports before it runs. */
function withFirstScriptsBelow(gzipBytesMax: number): Plugin {
  return {
    name: 'with-first-scripts-below',
    generateBundle(_, files) {
      const first = new Set<string>();
      const add = (name: string): void => {
        const file = files[name];
        if (file?.type === 'chunk' && !first.has(name)) {
          first.add(name);
          file.imports.forEach(add);
        }
      };
      Object.values(files).forEach((file) => {
        if (file.type === 'chunk' && file.isEntry) {
          add(file.fileName);
        }
      });
      const bytes = [...first]
        .map((name) => files[name])
        .map((file) => (file?.type === 'chunk' ? gzipSync(file.code).length : 0))
        .reduce((sum, size) => sum + size, 0);
      if (bytes > gzipBytesMax) {
        this.error(`the first scripts have ${bytes} bytes gzip, and may have ${gzipBytesMax}`);
      }
      if (bytes < gzipBytesMax / 2) {
        this.error(`the first scripts have ${bytes} bytes gzip: is that all of them?`);
      }
      console.info(`first scripts: ${bytes} bytes gzip of at most ${gzipBytesMax}`);
    },
  };
}

const SERVICE = 'http://127.0.0.1:8080';

const common = {
  emptyOutDir: true,
  // The policy of the page allows no data: address.
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  reportCompressedSize: false,
} as const;

/** The dashboard, and with `--mode store` the page of the store: two builds, which share sources and no file. */
export default defineConfig(({ mode }) =>
  mode === 'store'
    ? {
        root: 'src/store',
        base: '/store/',
        plugins: [react(), withoutOperations(), withFirstScriptsBelow(90_000)],
        build: {
          ...common,
          outDir: path.resolve(import.meta.dirname, '../target/dashboard/store'),
        },
        logLevel: 'warn',
        server: { proxy: { '/store/v1': SERVICE } },
      }
    : {
        plugins: [react(), withFirstScriptsBelow(215_000)],
        build: { ...common, outDir: '../target/dashboard' },
        logLevel: 'warn',
        server: { proxy: { '/v1': SERVICE, '/health': SERVICE } },
        test: {
          environment: 'jsdom',
          testTimeout: 30_000,
          setupFiles: './src/test/browser.ts',
          restoreMocks: true,
        },
      },
);
