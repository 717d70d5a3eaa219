import { metrics } from '../../../shared/contracts/metrics.ts';
import { firstOf, ofType, rendered, type Resource } from '../template.ts';
import { type Rule, unless } from './rule.ts';

const dashboard = 'AWS::CloudWatch::Dashboard';
const namespaceOf = ({ Properties }: Resource): string | undefined =>
  Properties.Environment?.Variables.METRICS_NAMESPACE;

const bodyOf = ({ Properties }: Resource): string => rendered(Properties.DashboardBody);

/** The namespaces that functions count into. */
const namespaces = (all: readonly Resource[]): readonly string[] => [
  ...new Set(ofType(all, 'AWS::Lambda::Function').flatMap((one) => namespaceOf(one) ?? [])),
];

export const dashboardRules: readonly Rule[] = [
  {
    says: 'one dashboard shows every step that functions count, where they count it',
    offenders: (all) => {
      const counted = namespaces(all).flatMap((namespace) =>
        Object.keys(metrics).map((name) => `"${namespace}","${name}","service","attest"`),
      );
      const dashboards = ofType(all, dashboard);
      return dashboards.length === 1 && counted.length === Object.keys(metrics).length
        ? unless(dashboards, (one) => counted.every((metric) => bodyOf(one).includes(metric)))
        : [`${dashboards.length} dashboards, ${namespaces(all).length} namespaces`];
    },
    weaken: (all) => {
      const one = firstOf(all, dashboard);
      one.Properties.DashboardBody = bodyOf(one).replace('CertificationsSent', 'Sent');
    },
  },
];
