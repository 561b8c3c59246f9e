import { useWords } from '#ui/words.tsx';

/** One page for every screen: what it shows comes with its script, and stays in the device. */
export default function ScreenPage() {
  const { say } = useWords();
  return (
    <>
      <title>{`${say('screens.screen')} · Pregón`}</title>
      <main className="screen" id="glass">
        <div className="glass pairing">
          <div className="waits">
            <h1 className="voice">{say('screens.glass.looks')}</h1>
            <noscript>
              <p className="lede">{say('screens.glass.needs_script')}</p>
            </noscript>
          </div>
        </div>
      </main>
      <script type="module" src="/static/screens/player.js" />
    </>
  );
}
