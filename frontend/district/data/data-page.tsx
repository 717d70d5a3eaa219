import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.ts';
import { Page } from '../../parts/page.tsx';
import { DataLanes } from './data-lanes.tsx';
import { SendFile } from './send-file.tsx';

/** The data of the district: a file to deliver, and what lies in its own copy and in the state's. */
export const DataPage = () => {
  const { t } = useTranslation('district');
  const { data: me } = useSuspenseQuery(meQuery);
  const mayDeliver = (me.rights['DATASETS'] ?? '').includes('W');
  return (
    <Page title={t('data.title')} lead={t('data.lead', { district: me.organization.name })}>
      {mayDeliver && <SendFile organizationId={me.organizationId} />}
      <DataLanes organizationId={me.organizationId} mayResync={(me.rights['BATCH_RESYNC'] ?? '') !== ''} />
    </Page>
  );
};
