import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignInDirectory } from '../../application/ports/deliveries.ts';
import { alreadyDoneWhen } from '../already-done.ts';
import { clientConfiguration } from '../client-configuration.ts';

interface Parts {
  readonly client?: CognitoIdentityProviderClient;
  readonly userPoolId: string;
}

/** Accounts of the user pool. Cognito invites a new person by mail; rights stay in our own store (ruling P). */
export const createSignInDirectory = ({
  client = new CognitoIdentityProviderClient(clientConfiguration),
  userPoolId,
}: Parts): SignInDirectory => ({
  async enable({ userId, email, name }) {
    const account = { UserPoolId: userPoolId, Username: userId };
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: name },
    ];
    const created = await alreadyDoneWhen(
      ['UsernameExistsException'],
      client.send(
        new AdminCreateUserCommand({
          ...account,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes,
        }),
      ),
    );
    if (created !== 'ALREADY') return;
    await client.send(new AdminUpdateUserAttributesCommand({ ...account, UserAttributes }));
    await client.send(new AdminEnableUserCommand(account));
  },

  async disable(userId) {
    await alreadyDoneWhen(
      ['UserNotFoundException'],
      client.send(new AdminDisableUserCommand({ UserPoolId: userPoolId, Username: userId })),
    );
  },
});
