import { openRoutes } from '../../../infra/open-routes.ts';
import { operations } from '../../../shared/contracts/operations.ts';
import type { Operation } from '../../../shared/contracts/operations/operation.ts';
import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const route = 'AWS::ApiGatewayV2::Route';
const stage = 'AWS::ApiGatewayV2::Stage';

/** Who asked for what with which result; a token, a query and a body may name people. */
const logged =
  /^\$context\.(requestTime|requestId|routeKey|status|responseLength|responseLatency|authorizer\.(claims\.sub|error)|error\.messageString)$/;

const keyOf = ({ method, path }: Operation): string => `${method} ${path}`;

const keysOf = (all: readonly Resource[]): string[] => ofType(all, route).map(({ Properties }) => Properties.RouteKey);

/** What the functions of the API ask of a token besides the gateway, by the variable they read it from. */
const askedByDoors = (all: readonly Resource[], variable: string): string[] => [
  ...new Set(
    ofType(all, 'AWS::Lambda::Function')
      .filter(({ Properties }) => /-api-/.test(Properties.FunctionName))
      .map(({ Properties }) => rendered(Properties.Environment?.Variables[variable])),
  ),
];

const difference = (left: readonly string[], right: readonly string[]): string[] =>
  left.filter((one) => !right.includes(one));

/** The function a route leads to, by the id of its integration. */
const areaOf = ({ Properties }: Resource): string => /To(\w+?)[0-9A-F]{8}/.exec(rendered(Properties.Target))?.[1] ?? '';

export const apiRules: readonly Rule[] = [
  {
    says: 'the routes are the operations of the contract, and $default',
    offenders: (all) => {
      const wanted = [...operations.map(keyOf), '$default'];
      return [...difference(wanted, keysOf(all)), ...difference(keysOf(all), wanted)];
    },
    weaken: (all) => {
      firstOf(all, route).Properties.RouteKey = 'GET /v1/everything';
    },
  },
  {
    says: 'an operation leads to the function of its area',
    offenders: (all) =>
      unless(ofType(all, route), (one) => {
        const row = operations.find((operation) => keyOf(operation) === one.Properties.RouteKey);
        return areaOf(one) === (row?.area ?? 'directory');
      }),
    weaken: (all) => {
      firstOf(all, route).Properties.Target = 'integrations/elsewhere';
    },
  },
  {
    says: 'every route but the listed ones asks for a token with the API’s scope',
    offenders: (all) => {
      const scopes = askedByDoors(all, 'TOKEN_SCOPE').join();
      const authorizers = ofType(all, 'AWS::ApiGatewayV2::Authorizer').map(({ id }) => id);
      return unless(
        ofType(all, route).filter(({ Properties }) => !openRoutes.includes(Properties.RouteKey)),
        ({ Properties }) =>
          Properties.AuthorizationType === 'JWT' &&
          authorizers.includes(Properties.AuthorizerId?.Ref) &&
          Properties.AuthorizationScopes?.length === 1 &&
          Properties.AuthorizationScopes.join() === scopes,
      );
    },
    weaken: (all) => {
      for (const { Properties } of ofType(all, route))
        if (Properties.AuthorizationScopes) Properties.AuthorizationScopes = ['openid'];
    },
  },
  {
    says: 'the routes without a token are those the contract opens, and $default',
    offenders: (all) => {
      const isOpen = ({ Properties }: Resource): boolean => Properties.AuthorizationType === 'NONE';
      const open = keysOf(all.filter(isOpen));
      const wanted = [...operations.filter(({ auth }) => auth === 'none').map(keyOf), '$default'];
      return [...difference(open, wanted), ...difference(wanted, open), ...difference(openRoutes, wanted)];
    },
    weaken: (all) => {
      for (const { Properties } of ofType(all, route)) Properties.AuthorizationType = 'NONE';
    },
  },
  {
    says: 'tokens are read from the Authorization header, of the issuer and for the client that the functions know',
    offenders: (all) =>
      unless(
        ofType(all, 'AWS::ApiGatewayV2::Authorizer'),
        ({ Properties: { AuthorizerType, IdentitySource, JwtConfiguration } }) =>
          AuthorizerType === 'JWT' &&
          IdentitySource.join() === '$request.header.Authorization' &&
          JwtConfiguration.Audience.map(rendered).join() === askedByDoors(all, 'TOKEN_CLIENT_ID').join() &&
          rendered(JwtConfiguration.Issuer) === askedByDoors(all, 'TOKEN_ISSUER').join(),
      ),
    weaken: (all) => {
      firstOf(all, 'AWS::ApiGatewayV2::Authorizer').Properties.IdentitySource = ['$request.querystring.token'];
    },
  },
  {
    says: 'the API answers no page of another origin',
    offenders: (all) =>
      unless(ofType(all, 'AWS::ApiGatewayV2::Api'), ({ Properties }) => Properties.CorsConfiguration === undefined),
    weaken: (all) => {
      firstOf(all, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration = { AllowOrigins: ['*'] };
    },
  },
  {
    says: 'the stage is throttled and logs every answer without query, body or token',
    offenders: (all) =>
      unless(ofType(all, stage), ({ Properties }) => {
        const { Format } = Properties.AccessLogSettings ?? {};
        const names = Object.values(JSON.parse(Format ?? '{}')).map(String);
        return (
          Properties.DefaultRouteSettings?.ThrottlingRateLimit <= 1_000 &&
          Properties.DefaultRouteSettings.ThrottlingBurstLimit <= 2_000 &&
          Properties.RouteSettings === undefined &&
          names.includes('$context.status') &&
          names.every((name) => logged.test(name))
        );
      }),
    weaken: (all) => delete firstOf(all, stage).Properties.DefaultRouteSettings,
  },
  {
    says: 'the API is called by its own gateway only',
    offenders: (all) =>
      unless(
        ofType(all, 'AWS::Lambda::Permission'),
        ({ Properties }) =>
          Properties.Principal === 'apigateway.amazonaws.com' && rendered(Properties.SourceArn).includes('RefApi'),
      ),
    weaken: (all) => delete firstOf(all, 'AWS::Lambda::Permission').Properties.SourceArn,
  },
];
