import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.ts';
import { Page } from '../../parts/page.tsx';
import { DataLanes } from './data-lanes.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Reconciliation } from './reconciliation.tsx';
import { SendFile } from './send-file.tsx';

/** The data of the district: a file to deliver, and what lies in its own copy and in the state's. */
export const DataPage = () => {
  const { t } = useTranslation('district');
  const { data: me } = useSuspenseQuery(meQuery);
  const isPermitted = usePermitted();
  return (
    <Page title={t('data.title')} lead={t('data.lead', { district: me.organization.name })}>
      {isPermitted('createUpload') && <SendFile organizationId={me.organizationId} />}
      <DataLanes organizationId={me.organizationId} />
      {isPermitted('getReconciliation') && <Reconciliation organizationId={me.organizationId} />}
    </Page>
  );
};
