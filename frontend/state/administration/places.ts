/** The places of the administration, in their order, each with the operation without which it is a dead end. */
export const administrationPlaces = [
  { to: '/categories', name: 'categories', by: 'listCategories' },
  { to: '/rules', name: 'rules', by: 'listRules' },
  { to: '/groups', name: 'groups', by: 'createValidationGroup' },
  { to: '/datasets', name: 'datasets', by: 'createDataset' },
  { to: '/people', name: 'people', by: 'listUsers' },
  { to: '/organizations', name: 'organizations', by: 'createOrganization' },
  { to: '/settings', name: 'settings', by: 'replaceSettings' },
  { to: '/audit', name: 'audit', by: 'listAuditEntries' },
] as const;
