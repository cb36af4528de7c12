import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { licences } from './licences';

export default defineConfig({
  plugins: [svelte(), licences()],
  build: {
    // Into the app's classes, from where the server serves it.
    outDir: '../app/target/web/parley/web',
    emptyOutDir: true,
    target: 'es2022',
    // A strict policy forbids inlined scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7777' } },
});
