/** The house's import rule: main → doors → domains → platform; a domain is entered by its index.ts, in the order below. */
const order = {
  organization: [],
  audiences: ['organization'],
  channels: ['organization', 'audiences'],
  plan: ['organization'],
  editorial: ['organization', 'audiences', 'channels', 'plan'],
  media: ['organization', 'channels', 'editorial', 'plan'],
  participation: ['organization', 'audiences', 'channels', 'plan'],
  training: ['organization', 'audiences', 'channels', 'plan'],
  crisis: ['organization', 'audiences', 'channels', 'editorial', 'plan'],
  transparency: ['organization', 'plan', 'editorial', 'participation'],
  metrics: ['organization', 'audiences', 'channels', 'plan', 'editorial', 'media', 'participation', 'training'],
};

const domainOrder = Object.entries(order).map(([domain, below]) => ({
  name: `${domain}-knows-only-those-below`,
  severity: 'error',
  from: { path: `^src/domains/${domain}/` },
  to: { path: '^src/domains/', pathNot: `^src/domains/(${[domain, ...below].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...domainOrder,
    { name: 'platform-knows-no-domain', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/(domains|doors|ui|demonstration|commands|main|wiring)' } },
    { name: 'domains-know-no-door', severity: 'error', from: { path: '^src/domains/' }, to: { path: '^src/(doors|ui|demonstration|commands|main|wiring)' } },
    { name: 'doors-know-no-main', severity: 'error', from: { path: '^src/doors/' }, to: { path: '^src/(demonstration|commands|main|wiring)' } },
    { name: 'ui-knows-only-words', severity: 'error', from: { path: '^src/ui/' }, to: { path: '^src/', pathNot: '^src/(ui/|platform/i18n/)' } },
    {
      name: 'doors-are-apart',
      severity: 'error',
      from: { path: '^src/doors/([^/]+)/' },
      to: { path: '^src/doors/[^/]+/', pathNot: '^src/doors/$1/' },
    },
    {
      name: 'a-domain-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^src/(?!domains/)' },
      to: { path: '^src/domains/[^/]+/', pathNot: '^src/domains/[^/]+/index\\.ts$' },
    },
    {
      name: 'another-domain-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^src/domains/([^/]+)/' },
      to: { path: '^src/domains/[^/]+/', pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/index\\.ts$'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?url$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|\\.test\\.tsx?$|^build/)' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'], conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
};
