import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Page } from '../../parts/page.tsx';
import { say } from '../../parts/toasts.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { BackLink } from '../administration/back-link.tsx';
import { categoryQuery } from './category-query.ts';
import { CategoryStatus } from './category-status.tsx';
import { DistrictMembers } from './district-members.tsx';
import { EditCategory } from './edit-category.tsx';
import { StateMembers } from './state-members.tsx';

const route = getRouteApi('/signed-in/categories/$id');

const usePublish = (id: string, onDone: () => void) => {
  const { t } = useTranslation('administration');
  return useCommand<undefined, unknown>({
    send: (_nothing, header) =>
      answerOf(api.POST('/v1/categories/{id}/publish', { params: { path: { id }, header }, body: {} })),
    changes: [['categories']],
    onDone: () => {
      say(t('categories.publishedNow'));
      onDone();
    },
  });
};

/** One category: what it is, who of the state is in it, and whom the districts have named. */
export const CategoryPage = () => {
  const { t } = useTranslation('administration');
  const { id } = route.useParams();
  const isPermitted = usePermitted();
  const { data: answer } = useSuspenseQuery(categoryQuery(id));
  const category = answer.data;
  const [open, setOpen] = useState<'edit' | 'publish' | null>(null);
  const close = (): void => setOpen(null);
  const publish = usePublish(id, close);
  return (
    <Page
      title={category.name}
      {...(category.description !== null && { lead: category.description })}
      above={<BackLink to="/categories">{t('categories.title')}</BackLink>}
      actions={
        <>
          {isPermitted('changeCategory') && (
            <Button type="button" outline onClick={() => setOpen('edit')}>
              {t('edit')}
            </Button>
          )}
          {isPermitted('publishCategory') && !category.published && (
            <Button type="button" onClick={() => setOpen('publish')}>
              {t('categories.publish')}
            </Button>
          )}
        </>
      }
    >
      <dl className="facts">
        <div>
          <dt>{t('level.title')}</dt>
          <dd>{t(`level.${category.level}`)}</dd>
        </div>
        <div>
          <dt>{t('status')}</dt>
          <dd>
            <CategoryStatus category={category} />
          </dd>
        </div>
      </dl>
      <StateMembers category={category} />
      {isPermitted('listLocalMembers') && <DistrictMembers categoryId={id} />}
      {open === 'edit' && <EditCategory category={answer} onClose={close} />}
      {open === 'publish' && (
        <ConfirmDialog
          title={t('categories.publishTitle', { name: category.name })}
          action={t('categories.publish')}
          busy={publish.isPending}
          error={publish.error}
          onConfirm={() => publish.mutate(undefined)}
          onClose={close}
        >
          <p>{t('categories.publishText')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
};
