import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Area, Operation } from '../../shared/contracts/operations/operation.ts';
import { openRoutes } from '../open-routes.ts';
import { watch } from './alarm.ts';
import type { Door, House } from './door.ts';
import type { Issuer } from './sign-in.ts';

export interface ApiDoorsProps {
  readonly house: House;
  readonly apiId: string;
  readonly issuer: Issuer;
  readonly operations: readonly Pick<Operation, 'method' | 'path' | 'area'>[];
  readonly doors: Readonly<Record<Area, Door>>;
}

/** The routes of the contract, each behind a token of the issuer with the API's scope unless it is listed as open. */
export class ApiDoors extends Construct {
  readonly #props: ApiDoorsProps;

  constructor(scope: Construct, id: string, props: ApiDoorsProps) {
    super(scope, id);
    this.#props = props;
    const { apiId, issuer, operations, doors } = props;
    const authorizer = new CfnAuthorizer(this, 'Token', {
      apiId,
      name: 'token',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: issuer.url, audience: [issuer.clientId] },
    });
    const behindToken = {
      authorizationType: 'JWT',
      authorizerId: authorizer.ref,
      authorizationScopes: [issuer.apiScope],
    };
    const integrations = new Map(Object.entries(doors).map(([area, door]) => [area, this.#integrate(area, door)]));
    const route = (routeKey: string, area: Area): CfnRoute =>
      new CfnRoute(this, routeKey.replaceAll('/', '|'), {
        apiId,
        routeKey,
        target: `integrations/${integrations.get(area)?.ref}`,
        ...(openRoutes.includes(routeKey) ? { authorizationType: 'NONE' } : behindToken),
      });
    for (const { method, path, area } of operations) route(`${method} ${path}`, area);
    route('$default', 'directory');
    this.#stage();
  }

  #integrate(area: string, door: Door): CfnIntegration {
    const { apiId } = this.#props;
    door.function.addPermission('FromApi', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: apiId, resourceName: '*' }),
    });
    return new CfnIntegration(this, `To-${area}`, {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: door.function.functionArn,
      payloadFormatVersion: '2.0',
      timeoutInMillis: 30_000,
    });
  }

  #stage(): void {
    const { apiId, house } = this.#props;
    const logGroupName = `/aws/vendedlogs/attest/${house.stage}/api`;
    const log = new LogGroup(this, 'Log', {
      logGroupName,
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: house.key,
      removalPolicy: house.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // The group's own ARN ends in `:*`, which the gateway stores differently from what it was given.
    const destinationArn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const stage = new CfnStage(this, 'Stage', {
      apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn, format: JSON.stringify(accessLog) },
      defaultRouteSettings: { throttlingRateLimit: 500, throttlingBurstLimit: 1_000 },
    });
    stage.node.addDependency(log);
    watch(this, 'Answers5xx', {
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: apiId },
        statistic: 'Sum',
      }),
      from: 1,
      runbook: 'api-5xx',
      meaning: 'The API answered 5xx. Its access log names the requests, the functions log the faults.',
    });
  }
}

// Who asked for what with which result: no query (it may name people), no body, no token.
const accessLog = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  subject: '$context.authorizer.claims.sub',
  authorizer: '$context.authorizer.error',
  gateway: '$context.error.messageString',
};
