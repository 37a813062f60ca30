// The layers of the house, and that no imports go in a circle: `npx depcruise src`, which `npm test` runs.
const lib = (name) => `^src/lib/${name}/`;

/** What each folder of src/lib may import from the others. A folder that is not listed may import from all of them. */
const LAYERS = {
  data: [],
  scrolly: [],
  url: [],
  charts: ['data'],
  share: ['data', 'seo', 'url'],
  filter: ['data', 'story', 'url'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two modules that import each other cannot be read, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...Object.entries(LAYERS).map(([from, to]) => ({
      name: `${from}-knows-its-layers`,
      comment: `src/lib/${from} may import from ${to.join(', ') || 'no other folder'}.`,
      severity: 'error',
      from: { path: lib(from) },
      to: {
        path: '^src/',
        pathNot: [...[from, ...to].map(lib), '^src/lib/[^/]+$'],
        dependencyTypesNot: ['type-only'],
      },
    })),
    {
      name: 'lib-knows-no-routes',
      comment: 'Routes are thin: what two of them share lives in src/lib.',
      severity: 'error',
      from: { path: '^src/(?:lib|client)/' },
      to: { path: '^src/routes/' },
    },
    {
      name: 'client-ships-no-server-code',
      comment: 'What only the build may import is under src/lib/server.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/lib/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'validation-is-not-shipped',
      comment: 'No byte of the checks or of their library reaches a reader.',
      severity: 'error',
      from: { path: '^src/(?:client|lib/(?!data/))' },
      to: { path: '^src/lib/data/validate/|node_modules/valibot' },
    },
    {
      name: 'd3-by-name',
      comment: 'Take named imports from d3, so that no more of it is shipped.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/d3-', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-hold-plus-files',
      comment: 'src/routes holds + files only.',
      severity: 'error',
      from: {},
      to: { path: '^src/routes/', pathNot: '/[+][^/]+$' },
    },
    {
      name: 'everything-resolves',
      comment: 'A module that is not found hides whatever it imports from the other rules.',
      severity: 'error',
      from: { path: '^src/(?:lib|client)/' },
      to: { couldNotResolve: true, pathNot: '^[$]app/' },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing imports and that is no entry is dead.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['^src/routes/', '^src/client/', '^src/hooks\\.server\\.ts$', '^src/styles/', '\\.d\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/lib-alias.cjs' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'types', 'default'],
    },
  },
};
