/** The import rules of ARCHITECTURE.md, "Layout". */
const flow = ['article', 'analysis', 'outlook', 'briefing', 'edition', 'delivery'];
const edges = ['aws', 'local', 'site', 'studio', 'infra', 'cli'];

/** A folder of the flow imports itself, earlier folders, topic and subscription, never a later one. */
const flowRules = flow.map((folder, i) => ({
  name: `flow-${folder}`,
  comment: `lib/${folder} comes before ${flow.slice(i + 1).join(', ') || 'the edges'} in the flow.`,
  severity: 'error',
  from: { path: `^lib/${folder}/` },
  to: { path: `^(lib/(${[...flow.slice(i + 1), ...edges].join('|')})/|lambdas/|bin/)` },
}));

module.exports = {
  forbidden: [
    ...flowRules,
    {
      name: 'pure-core',
      comment:
        'article, analysis, outlook, briefing, mail and topic read no file, network, environment or AWS.',
      severity: 'error',
      from: { path: '^lib/(article|analysis|outlook|briefing|mail|topic)/' },
      to: {
        path: '^(node:)?(fs|fs/promises|http|https|net|child_process|os|process|worker_threads|timers)$|^node_modules/(@aws-sdk|aws-cdk-lib)',
      },
    },
    {
      name: 'beside-the-flow',
      comment: 'topic and subscription stand beside the flow and know nothing of it.',
      severity: 'error',
      from: { path: '^lib/(topic|subscription)/' },
      to: { path: `^lib/(${[...flow, ...edges].join('|')})/` },
    },
    {
      name: 'mails-after-briefing',
      comment:
        'lib/mail puts facts that it is given into words: it knows brand, wording and renderer of the briefing, and nobody who sends.',
      severity: 'error',
      from: { path: '^lib/mail/' },
      to: { path: `^lib/(edition|delivery|subscription|${edges.join('|')})/` },
    },
    {
      name: 'editions-without-mails',
      severity: 'error',
      from: { path: '^lib/(article|analysis|outlook|briefing|topic)/' },
      to: { path: '^lib/mail/' },
    },
    {
      name: 'aws-clients-only-in-aws',
      severity: 'error',
      from: { pathNot: '^lib/aws/' },
      to: { path: '^node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'cdk-only-in-infra',
      severity: 'error',
      from: { pathNot: '^(lib/infra/|bin/app\\.ts)' },
      to: { path: '^node_modules/(aws-cdk-lib|constructs)/' },
    },
    {
      name: 'mjml-only-where-templates-are-compiled',
      severity: 'error',
      from: { pathNot: '^lib/studio/' },
      to: { path: '^node_modules/mjml' },
    },
    {
      name: 'lambdas-stay-apart',
      comment: 'Only the edges of the program are reached from a lambda through its wiring.',
      severity: 'error',
      from: { path: '^lambdas/' },
      to: { path: '^lib/(local|studio|infra|cli)/|^bin/' },
    },
    {
      name: 'no-stack-commands-in-a-function',
      comment:
        'The clients of CloudFormation and of SES v2 are for commands: no function carries them.',
      severity: 'error',
      from: { path: '^lambdas/' },
      to: {
        path: '^node_modules/@aws-sdk/client-(cloudformation|sesv2)/',
        reachable: true,
      },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      from: { path: '^(lib|lambdas)/', pathNot: '^lib/(infra|studio)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
