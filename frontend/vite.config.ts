import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Pages that the strict policy of the CDN lets run: no inline script, no fonts as data, nothing from elsewhere. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: here('../dist/frontend'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Every page loads the names of all chunks, and a hash is what compression cannot shorten: seven characters tell a
    // chunk's versions apart.
    rolldownOptions: { output: { chunkFileNames: 'assets/[name]-[hash:7].js' } },
    // The sheet of the design system is one file by nature.
    chunkSizeWarningLimit: 1_000,
  },
  // `npx vite frontend` beside a running `npm start`: the pages change as they are edited, everything else is real.
  server: { proxy: { '^/(v1|config.json|_local)': 'http://127.0.0.1:4600' } },
});
