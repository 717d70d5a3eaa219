import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, oneText } from '../../shell/search-values.ts';
import { signedInRoute } from '../../shell/signed-in-route.tsx';
import { levels, severities } from './rule-words.ts';

interface RulesSearch {
  readonly name?: string | undefined;
  readonly severity?: (typeof severities)[number] | undefined;
}

const rulesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rules',
  validateSearch: (given: Record<string, unknown>): RulesSearch => ({
    name: oneText(given['name']),
    severity: oneOf(severities, given['severity']),
  }),
  component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
});

const newRuleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rules/new',
  component: lazyRouteComponent(() => import('./new-rule-page.tsx'), 'NewRulePage'),
});

interface RuleSearch {
  /** Without it the newest. */
  readonly version?: string | undefined;
}

const ruleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/rules/$id',
  validateSearch: (given: Record<string, unknown>): RuleSearch => ({ version: oneText(given['version']) }),
  component: lazyRouteComponent(() => import('./rule-page.tsx'), 'RulePage'),
});

interface GroupsSearch {
  readonly name?: string | undefined;
  readonly level?: (typeof levels)[number] | undefined;
  readonly active?: 'true' | 'false' | undefined;
}

const groupsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/groups',
  validateSearch: (given: Record<string, unknown>): GroupsSearch => ({
    name: oneText(given['name']),
    level: oneOf(levels, given['level']),
    active: oneOf(['true', 'false'], given['active']),
  }),
  component: lazyRouteComponent(() => import('../groups/groups-page.tsx'), 'GroupsPage'),
});

const newGroupRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/groups/new',
  component: lazyRouteComponent(() => import('../groups/new-group-page.tsx'), 'NewGroupPage'),
});

const groupRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/groups/$id',
  component: lazyRouteComponent(() => import('../groups/group-page.tsx'), 'GroupPage'),
});

/** What data are checked by: the rules, and the groups they are reported in. */
export const ruleRoutes = [rulesRoute, newRuleRoute, ruleRoute, groupsRoute, newGroupRoute, groupRoute] as const;
