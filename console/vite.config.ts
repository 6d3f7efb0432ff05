import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [svelte()],
  base: '/',
  resolve: { alias: { '#generated': here('./target/generated') } },
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    target: 'chrome115',
    // A font or picture inlined as data: would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { fs: { allow: [here('..')] }, proxy: { '/api': process.env.TORGAU_STATION ?? 'http://127.0.0.1:7101' } },
  test: { include: ['test/unit/**/*.test.ts'], setupFiles: ['test/unit/texts.ts'], environment: 'node' },
})
