/** When the list was last gone through. */
export const pricesOf = '2026-11-27';

interface Price {
  readonly dollars: number;
  readonly per: string;
  readonly each: number;
  /** The page of the service that tells it, below aws.amazon.com. */
  readonly page: string;
}

const price = (dollars: number, each: number, per: string, page: string): Price => ({ dollars, each, per, page });

/** List prices of us-east-1, first tier, no free allowance and no discount. */
export const prices = {
  alarm: price(0.1, 1, 'alarm and month', 'cloudwatch/pricing'),
  dashboard: price(3, 1, 'dashboard and month', 'cloudwatch/pricing'),
  metric: price(0.3, 1, 'metric and month, by the hours it is told in', 'cloudwatch/pricing'),
  logsIn: price(0.5, 1, 'GB taken in', 'cloudwatch/pricing'),
  trace: price(5, 1e6, 'million traces', 'xray/pricing'),
  key: price(1, 1, 'key and month', 'kms/pricing'),
  keyUse: price(0.03, 1e4, 'ten thousand requests', 'kms/pricing'),
  secret: price(0.4, 1, 'secret and month', 'secrets-manager/pricing'),
  call: price(0.2, 1e6, 'million calls', 'lambda/pricing'),
  gbSecondX86: price(0.0000166667, 1, 'GB second, x86_64', 'lambda/pricing'),
  gbSecondArm: price(0.0000133334, 1, 'GB second, arm64', 'lambda/pricing'),
  message: price(0.4, 1e6, 'million requests', 'sqs/pricing'),
  timer: price(1, 1e6, 'million calls', 'eventbridge/pricing'),
  transition: price(0.025, 1e3, 'thousand transitions', 'step-functions/pricing'),
  write: price(0.625, 1e6, 'million write units', 'dynamodb/pricing/on-demand'),
  read: price(0.125, 1e6, 'million read units', 'dynamodb/pricing/on-demand'),
  tableKept: price(0.25, 1, 'GB and month', 'dynamodb/pricing/on-demand'),
  tableRecovery: price(0.2, 1, 'GB and month', 'dynamodb/pricing/on-demand'),
  backup: price(0.1, 1, 'GB and month', 'backup/pricing'),
  objectsKept: price(0.023, 1, 'GB and month', 's3/pricing'),
  put: price(0.005, 1e3, 'thousand requests', 's3/pricing'),
  get: price(0.0004, 1e3, 'thousand requests', 's3/pricing'),
  apiRequest: price(1, 1e6, 'million requests', 'api-gateway/pricing'),
  edgeRequest: price(0.01, 1e4, 'ten thousand requests', 'cloudfront/pricing'),
  edgeGb: price(0.085, 1, 'GB sent', 'cloudfront/pricing'),
  firewall: price(5, 1, 'web ACL and month', 'waf/pricing'),
  firewallRule: price(1, 1, 'rule and month', 'waf/pricing'),
  firewallRequest: price(0.6, 1e6, 'million requests', 'waf/pricing'),
  trailEvent: price(0.1, 1e5, 'hundred thousand data events', 'cloudtrail/pricing'),
  mail: price(0.1, 1e3, 'thousand mails', 'ses/pricing'),
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof prices;

/** So much of one thing that has a price. */
export interface Line {
  readonly service: string;
  readonly what: string;
  readonly quantity: number;
  readonly price: PriceName;
}

export const line = (service: string, what: string, quantity: number, name: PriceName): Line => ({
  service,
  what,
  quantity,
  price: name,
});

export const dollarsOf = ({ quantity, price: name }: Line): number =>
  (quantity * prices[name].dollars) / prices[name].each;

export const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, one) => sum + dollarsOf(one), 0);
