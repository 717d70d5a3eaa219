import { SecretValue } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { physicalName } from './naming.ts';

const nameOf = (stage: string, number: number): string => physicalName(stage, `origin-key-${number}`);

const valueOf = (stage: string, number: number): string =>
  SecretValue.secretsManager(nameOf(stage, number)).unsafeUnwrap();

/** What the functions take: the key of now and the next one, which the CDN will send after the next change. */
export const keysTaken = (stage: string, number: number): string =>
  [number, number + 1].map((one) => valueOf(stage, one)).join(' ');

export interface OriginKeysProps {
  readonly stage: string;
  readonly key: IKey;
  /** Counts the changes: `-c originKey=2` and a deployment change the key. */
  readonly number: number;
}

/**
 * Keys that the account makes and nobody sees; they are read at deployment only. The CDN, which is deployed first, sends one
 * that the functions take already. The key of before stays for a deployment that has to be taken back.
 */
export class OriginKeys extends Construct {
  /** What the CDN sends. */
  readonly sent: string;

  constructor(scope: Construct, id: string, { stage, key, number }: OriginKeysProps) {
    super(scope, id);
    for (const one of [number - 1, number, number + 1].filter((candidate) => candidate > 0))
      new Secret(this, `Key${one}`, {
        secretName: nameOf(stage, one),
        description: `Tells the API of Attest ${stage} that a request came through the CDN`,
        encryptionKey: key,
        generateSecretString: { excludePunctuation: true, includeSpace: false, passwordLength: 48 },
      });
    this.sent = valueOf(stage, number);
  }
}
