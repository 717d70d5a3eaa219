import { openRoutes } from '../../../infra/open-routes.ts';
import { operations } from '../../../shared/contracts/operations.ts';
import type { Operation } from '../../../shared/contracts/operations/operation.ts';
import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const route = 'AWS::ApiGatewayV2::Route';
const stage = 'AWS::ApiGatewayV2::Stage';

const keyOf = ({ method, path }: Operation): string => `${method} ${path}`;

const keysOf = (all: readonly Resource[]): string[] => ofType(all, route).map(({ Properties }) => Properties.RouteKey);

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
    offenders: (all) =>
      unless(
        ofType(all, route).filter(({ Properties }) => !openRoutes.includes(Properties.RouteKey)),
        ({ Properties }) =>
          Properties.AuthorizationType === 'JWT' &&
          Properties.AuthorizerId?.Ref !== undefined &&
          Properties.AuthorizationScopes?.length === 1,
      ),
    weaken: (all) => {
      for (const { Properties } of ofType(all, route)) Properties.AuthorizationScopes = [];
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
    says: 'tokens are read from the Authorization header, of one issuer for one client',
    offenders: (all) =>
      unless(
        ofType(all, 'AWS::ApiGatewayV2::Authorizer'),
        ({ Properties }) =>
          Properties.AuthorizerType === 'JWT' &&
          Properties.IdentitySource[0] === '$request.header.Authorization' &&
          Properties.JwtConfiguration.Audience.length === 1,
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
        const names = Object.values(JSON.parse(Format ?? '{}')).join(' ');
        return (
          Properties.DefaultRouteSettings?.ThrottlingRateLimit > 0 &&
          names.includes('$context.status') &&
          !/querystring|body|header|email|name/i.test(names)
        );
      }),
    weaken: (all) => delete firstOf(all, stage).Properties.DefaultRouteSettings,
  },
  {
    says: 'answers of 5xx ring',
    offenders: (all) =>
      ofType(all, 'AWS::CloudWatch::Alarm').some(({ Properties }) => Properties.MetricName === '5xx') ? [] : ['5xx'],
    weaken: (all) => {
      for (const { Properties } of ofType(all, 'AWS::CloudWatch::Alarm')) Properties.MetricName = 'Other';
    },
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
