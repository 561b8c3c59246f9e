import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

// What server and pages share must exist once: the page build leaves domains and platform to Node, which runs them unbuilt.
const ownServerCode = /^#(platform|domains|config|wiring)(\/|$)/;

export default defineConfig({
  plugins: [
    {
      name: 'own-server-code-stays-outside',
      enforce: 'pre',
      resolveId(source) {
        return this.environment.name === 'ssr' && ownServerCode.test(source) ? { id: source, external: true } : null;
      },
    },
    {
      // The page of a screen asks for one script of its own, always at the same address, so that a kept page finds it.
      name: 'screen-player',
      buildStart() {
        if (this.environment.name === 'client')
          this.emitFile({ type: 'chunk', id: 'src/doors/screens/player/player.ts', fileName: 'static/screens/player.js' });
      },
    },
    reactRouter(),
  ],
  build: {
    assetsInlineLimit: 0,
    // A page that names a constant of a domain would otherwise take all that its index.ts opens to the browser, down to Node's own modules.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/src\/(domains|platform)\//, sideEffects: false }] } },
  },
});
