import type { Duration } from 'aws-cdk-lib';
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import {
  LogLevel,
  NodejsFunction,
  OutputFormat,
  type BundlingOptions,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { fileURLToPath } from 'node:url';
import { acknowledgeWildcard } from './acknowledge-wildcard.ts';
import { REPLACED_PACKAGES } from './replaced-packages.ts';

/** Names of the variables that a function's wiring asks for: the shape of its environment schema. */
export interface EnvironmentSchema {
  shape: Record<string, unknown>;
}

export interface ParleyFunctionProps {
  /** Folder in lambdas/. */
  folder: string;
  description: string;
  environment: EnvironmentSchema;
  timeout: Duration;
  memoryMegabytes: number;
  /** Variables of the environment whose value is fixed while bundling, so that code which it rules out stays out. */
  fixed?: Record<string, string>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The AWS clients go into the bundle, so that what was tested is what runs. CommonJS packages
 * among them call `require`, which an ES module does not have by itself.
 */
const BUNDLING: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  sourcesContent: false,
  externalModules: [],
  mainFields: ['module', 'main'],
  forceDockerBundling: false,
  logLevel: LogLevel.WARNING,
  banner:
    "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  esbuildArgs: {
    // A Korean letter takes three bytes, and six as an escape. The construct knows this option and does not pass it on.
    '--charset': 'utf8',
    '--alias': Object.entries(REPLACED_PACKAGES).map(([name, path]) => `${name}=${path}`),
  },
};

/**
 * One function of Parley: a folder of lambdas/, bundled by the local esbuild, with a role that may
 * do nothing but write its own log until a construct grants more. A grant gives permission and
 * variable together (`allow`, `provide`); synthesis fails where the variables given differ from
 * those its wiring asks for.
 */
export class ParleyFunction extends NodejsFunction {
  private readonly provided = new Set<string>();

  constructor(scope: Construct, id: string, props: ParleyFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    super(scope, id, {
      entry: `${ROOT}lambdas/${props.folder}/handler.ts`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memoryMegabytes,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      awsSdkConnectionReuse: false,
      environment: { NODE_OPTIONS: '--enable-source-maps' },
      bundling: { ...BUNDLING, define: defined(props.fixed ?? {}) },
    });
    acknowledgeWildcard(role, '*', 'Some calls of X-Ray and SES know no resource.');
    this.node.addValidation({ validate: () => this.differences(props.environment) });
  }

  /** Sets a variable that the function's environment schema names. */
  provide(name: string, value: string): void {
    this.provided.add(name);
    this.addEnvironment(name, value);
  }

  /** Permits exactly these actions on exactly these resources. */
  allow(actions: string[], resources: string[], conditions: Record<string, unknown> = {}): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
    for (const resource of resources.filter((each) => each.includes('/*')))
      acknowledgeWildcard(this.role ?? this, resource, 'The objects of one folder.');
  }

  private differences({ shape }: EnvironmentSchema): string[] {
    const asked = Object.keys(shape);
    const missing = asked.filter((name) => !this.provided.has(name));
    const unasked = [...this.provided].filter((name) => !asked.includes(name));
    return [
      ...missing.map((name) => `nobody provides ${name}`),
      ...unasked.map((name) => `the wiring does not ask for ${name}`),
    ];
  }
}

function defined(fixed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fixed).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
  );
}
