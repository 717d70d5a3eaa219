import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, oneText } from '../../shell/search-values.ts';
import { signedInRoute } from '../../shell/signed-in-route.tsx';
import { type AuditView, auditViews } from '../audit/audit-views.ts';

const levels = ['DISTRICT', 'SCHOOL'] as const;
const yesOrNo = ['true', 'false'] as const;

const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration',
  component: lazyRouteComponent(() => import('./administration-page.tsx'), 'AdministrationPage'),
});

interface CategoriesSearch {
  readonly name?: string | undefined;
  readonly level?: (typeof levels)[number] | undefined;
  readonly active?: (typeof yesOrNo)[number] | undefined;
  readonly published?: (typeof yesOrNo)[number] | undefined;
}

const categoriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/categories',
  validateSearch: (given: Record<string, unknown>): CategoriesSearch => ({
    name: oneText(given['name']),
    level: oneOf(levels, given['level']),
    active: oneOf(yesOrNo, given['active']),
    published: oneOf(yesOrNo, given['published']),
  }),
  component: lazyRouteComponent(() => import('../categories/categories-page.tsx'), 'CategoriesPage'),
});

interface CategorySearch {
  readonly name?: string | undefined;
  readonly districtId?: string | undefined;
  readonly role?: 'CERTIFIER' | 'REVIEWER' | undefined;
}

const categoryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/categories/$id',
  validateSearch: (given: Record<string, unknown>): CategorySearch => ({
    name: oneText(given['name']),
    districtId: oneText(given['districtId']),
    role: oneOf(['CERTIFIER', 'REVIEWER'], given['role']),
  }),
  component: lazyRouteComponent(() => import('../categories/category-page.tsx'), 'CategoryPage'),
});

interface PeopleSearch {
  readonly name?: string | undefined;
  readonly side?: 'STATE' | 'LOCAL' | undefined;
  readonly organizationId?: string | undefined;
  readonly active?: (typeof yesOrNo)[number] | undefined;
}

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  validateSearch: (given: Record<string, unknown>): PeopleSearch => ({
    name: oneText(given['name']),
    side: oneOf(['STATE', 'LOCAL'], given['side']),
    organizationId: oneText(given['organizationId']),
    active: oneOf(yesOrNo, given['active']),
  }),
  component: lazyRouteComponent(() => import('../directory/people-page.tsx'), 'PeoplePage'),
});

const personRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('../directory/person-page.tsx'), 'PersonPage'),
});

interface OrganizationsSearch {
  readonly name?: string | undefined;
  readonly type?: 'REGION' | 'DISTRICT' | 'SCHOOL' | undefined;
  readonly parentOrganizationId?: string | undefined;
}

const organizationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/organizations',
  validateSearch: (given: Record<string, unknown>): OrganizationsSearch => ({
    name: oneText(given['name']),
    type: oneOf(['REGION', 'DISTRICT', 'SCHOOL'], given['type']),
    parentOrganizationId: oneText(given['parentOrganizationId']),
  }),
  component: lazyRouteComponent(() => import('../directory/organizations-page.tsx'), 'OrganizationsPage'),
});

const datasetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/datasets',
  component: lazyRouteComponent(() => import('../datasets/datasets-page.tsx'), 'DatasetsPage'),
});

const newDatasetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/datasets/new',
  component: lazyRouteComponent(() => import('../datasets/new-dataset-page.tsx'), 'NewDatasetPage'),
});

const datasetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/datasets/$name',
  component: lazyRouteComponent(() => import('../datasets/dataset-page.tsx'), 'DatasetPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});

interface AuditSearch {
  readonly view?: AuditView | undefined;
  readonly eventId?: string | undefined;
  readonly actor?: string | undefined;
  readonly command?: string | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  validateSearch: (given: Record<string, unknown>): AuditSearch => ({
    view: oneOf(auditViews, given['view']),
    eventId: oneText(given['eventId']),
    actor: oneText(given['actor']),
    command: oneText(given['command']),
    after: oneText(given['after']),
    before: oneText(given['before']),
  }),
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});

interface DashboardSearch {
  /** Without it the first that is published. */
  readonly eventId?: string | undefined;
}

const dashboardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/dashboard',
  validateSearch: (given: Record<string, unknown>): DashboardSearch => ({ eventId: oneText(given['eventId']) }),
  component: lazyRouteComponent(() => import('../dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

/** Where the agency's own affairs are looked after: who, by which rules, with which data. */
export const administrationRoutes = [
  administrationRoute,
  categoriesRoute,
  categoryRoute,
  peopleRoute,
  personRoute,
  organizationsRoute,
  datasetsRoute,
  newDatasetRoute,
  datasetRoute,
  settingsRoute,
  auditRoute,
  dashboardRoute,
] as const;
