/** A browser and system in words, such as «Firefox · Windows», from its User-Agent (RFC 9110 §10.1.5). Versions are left out. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? '';
  const browser = first(agent, [
    ['Edg', 'Edge'],
    ['OPR/', 'Opera'],
    ['SamsungBrowser', 'Samsung Internet'],
    ['Firefox', 'Firefox'],
    ['FxiOS', 'Firefox'],
    ['CriOS', 'Chrome'],
    ['Chrome', 'Chrome'],
    ['Safari', 'Safari'],
  ]);
  const system = first(agent, [
    ['Windows', 'Windows'],
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Mac OS X', 'macOS'],
    ['CrOS', 'ChromeOS'],
    ['Linux', 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(' · ');
}

function first(agent: string, marks: readonly (readonly [mark: string, name: string])[]): string | undefined {
  return marks.find(([mark]) => agent.includes(mark))?.[1];
}
