import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// What server and pages share must exist once: the page build leaves domains and platform to Node, which runs them unbuilt.
const ownServerCode = /^#(platform|domains|config|wiring)(\/|$)/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactRouter()],
  build: {
    assetsInlineLimit: 0,
    cssMinify: true,
    rollupOptions: isSsrBuild ? { external: ownServerCode } : {},
  },
}));
