/**
 * The import walls of the house. A room names what it may import; everything else of ours is refused.
 * Tests beside the code may also use test/ (builders, fakes).
 */
const TESTS = '\\.test\\.ts$';
const OURS = '^(shared|functions|infra|local|frontend|test|bench|scripts)/';
const OPERATOR = '^functions/operator/';

/**
 * `from` may import, of ours, itself and `allowed` only.
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} allowed
 * @param {string} comment
 */
const wall = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: [TESTS, OPERATOR] },
  to: { path: OURS, pathNot: [from, ...allowed] },
});

/**
 * The package `to` belongs to the room `home`; tests and the benchmark may drive it as a client.
 * @param {string} name
 * @param {string} home
 * @param {string} to
 * @param {string} comment
 */
const belongsTo = (name, home, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(shared|functions|infra|frontend)/', pathNot: [home, TESTS, OPERATOR] },
  to: { path: to },
});

const KERNEL = '^shared/kernel/';
const DOMAIN = '^shared/domain/';
const APPLICATION = '^shared/application/';
const CONTRACTS = '^shared/contracts/';
const ENGINE = '^shared/engine/';
const ADAPTERS = '^shared/adapters/';
const RUNTIME = '^shared/runtime/';
const WIRING = '^shared/wiring/';
// What a dataset is, is the engine's word; everybody may speak it.
const DECLARATION = '^shared/engine/declaration\\.ts$';
// Pure, and the same in the browser as in the worker.
const ROW_CHECK =
  '^shared/(engine/ingest/(check-row|column-names|csv/header|csv/read-csv|job|line|problem|read-cell|read-ndjson)|domain/dataset/problem-advice)\\.ts$';
const TABLE_SCHEMA = '^shared/adapters/dynamodb/(table|table-schema|schema|keys)\\.ts$';

export default {
  forbidden: [
    wall('kernel-stands-alone', KERNEL, [], 'The kernel imports nothing.'),
    wall('domain-is-pure', DOMAIN, [KERNEL], 'The core knows itself and the kernel.'),
    wall('contracts', CONTRACTS, [DECLARATION, DOMAIN, KERNEL], 'A wire is described in domain words.'),
    wall(
      'verification',
      '^shared/verification/',
      [APPLICATION, DOMAIN, KERNEL],
      'Invariants are judged in the words of the application.',
    ),
    wall('application', APPLICATION, [CONTRACTS, DECLARATION, DOMAIN, KERNEL], 'Use cases speak to ports.'),
    wall('engine', ENGINE, ['^shared/application/ports/', CONTRACTS, DOMAIN, KERNEL], 'The engine runs rules.'),
    wall('adapters', ADAPTERS, [APPLICATION, CONTRACTS, DECLARATION, DOMAIN, KERNEL], 'Adapters implement the ports.'),
    wall('runtime', RUNTIME, [APPLICATION, CONTRACTS, DOMAIN, KERNEL], 'Door stacks know no adapter.'),
    wall('wiring', WIRING, [ADAPTERS, APPLICATION, KERNEL, RUNTIME], 'Ports are built from the environment here.'),
    wall('doors', '^functions/', ['^shared/'], 'Doors wire the shared rooms.'),
    wall('infra-points-by-path', '^infra/', [CONTRACTS, TABLE_SCHEMA], 'infra names entry files by path.'),
    wall(
      'local-knows-no-domain',
      '^local/',
      ['^scripts/setup/exclusive\\.mjs$'],
      'The runtime reads the synthesized assembly only.',
    ),
    wall(
      'frontend',
      '^frontend/',
      [CONTRACTS, DECLARATION, ROW_CHECK, '^shared/domain/(access/|messaging/alert\\.ts$)', KERNEL],
      'The pages know the wire, and check a file as the engine does.',
    ),
    wall('scripts', '^scripts/', [], 'Tooling stands alone.'),
    {
      name: 'core-uses-no-package',
      severity: 'error',
      comment: 'Not even node:crypto: the core can run anywhere and be proved anywhere.',
      from: { path: '^shared/(kernel|domain)/', pathNot: TESTS },
      to: { dependencyTypesNot: ['local', 'type-only', 'type-import'], pathNot: '^shared/' },
    },
    {
      name: 'one-door-never-opens-another',
      severity: 'error',
      from: { path: '^functions/(?!operator/)([^/]+/[^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'nothing-is-sent-inside-a-request',
      severity: 'error',
      comment: 'The API commits; the relay sends what was committed.',
      from: { path: '^functions/api/', pathNot: TESTS },
      to: { path: '^shared/adapters/(sqs|stepfunctions|scheduler)/', reachable: true },
    },
    belongsTo('aws-sdk-in-adapters', ADAPTERS, 'node_modules/@aws-sdk/', 'One room speaks to AWS.'),
    belongsTo('middy-in-runtime', RUNTIME, 'node_modules/@middy/', 'One stack a kind of door.'),
    belongsTo('duckdb-in-engine', ENGINE, 'node_modules/@duckdb/', 'One room runs SQL.'),
    belongsTo('cdk-in-infra', '^infra/', 'node_modules/(aws-cdk-lib|constructs)/', 'One room makes resources.'),
    {
      name: 'only-real-dependencies-are-deployed',
      severity: 'error',
      from: { path: '^(shared|functions)/', pathNot: [TESTS, OPERATOR] },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'the-seed-is-not-deployed',
      severity: 'error',
      from: { path: '^(shared|functions|infra)/', pathNot: ['^shared/seed/', TESTS, OPERATOR] },
      to: { path: '^shared/seed/' },
    },
    {
      name: 'tests-are-imported-by-tests',
      severity: 'error',
      from: { pathNot: [TESTS, '^test/', '^bench/', '^vitest\\.config\\.ts$'] },
      to: { path: '^test/' },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-broken-import',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.attest|seed-data|docs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
