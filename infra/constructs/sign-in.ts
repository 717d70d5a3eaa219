import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { signInPrefix } from './sign-in-origins.ts';
import { allow, type Use, use } from './use.ts';

/** Who vouches for people: the issuer and audience of access tokens, and what the pages need to ask for one. */
export interface Issuer {
  readonly url: string;
  readonly clientId: string;
  readonly apiScope: string;
}

/**
 * The user pool of an agency without an issuer of its own. People are made by the product only; a token is had by
 * authorization code with PKCE and by no other flow.
 */
export class SignIn extends Construct {
  readonly issuer: Issuer;
  readonly #pool: UserPool;

  constructor(scope: Construct, id: string, { settings, origin }: { settings: Settings; origin: string }) {
    super(scope, id);
    this.#pool = new UserPool(this, 'Users', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: false, mutable: true } },
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: settings.production ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#pool.addDomain('Domain', { cognitoDomain: { domainPrefix: signInPrefix(this, settings.stage) } });
    const scopeOfApi = new ResourceServerScope({ scopeName: 'api', scopeDescription: 'Use the Attest API' });
    const api = this.#pool.addResourceServer('Api', { identifier: 'attest', scopes: [scopeOfApi] });
    const client = this.#pool.addClient('Pages', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL, OAuthScope.resourceServer(api, scopeOfApi)],
        callbackUrls: [`${origin}/signed-in`],
        logoutUrls: [`${origin}/`],
      },
    });
    // Without this Cognito would also offer sign-in by its own password protocol.
    if (client.node.defaultChild instanceof CfnUserPoolClient)
      client.node.defaultChild.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
    const { region, urlSuffix } = Stack.of(this);
    this.issuer = {
      url: `https://cognito-idp.${region}.${urlSuffix}/${this.#pool.userPoolId}`,
      clientId: client.userPoolClientId,
      apiScope: 'attest/api',
    };
  }

  /** Lets people in and out, as the product's own store of people says. */
  administer(): Use {
    return use(
      { USER_POOL_ID: this.#pool.userPoolId },
      allow(
        [
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminDisableUser',
          'cognito-idp:AdminEnableUser',
          'cognito-idp:AdminUpdateUserAttributes',
        ],
        [this.#pool.userPoolArn],
      ),
    );
  }
}
