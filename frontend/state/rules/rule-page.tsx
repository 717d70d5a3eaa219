import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page.tsx';
import { Severity } from '../../parts/severity.tsx';
import { usePermitted } from '../../parts/use-permitted.ts';
import { Button } from '../../parts/uswds.tsx';
import { BackLink } from '../administration/back-link.tsx';
import { ChangeStatus } from './change-status.tsx';
import { DryRun } from './dry-run.tsx';
import { formOf } from './rule-form.ts';
import { RuleLog } from './rule-log.tsx';
import { ruleQuery } from './rule-query.ts';
import { RuleStatus } from './rule-status.tsx';
import { RuleText } from './rule-text.tsx';
import { RuleVersionForm } from './rule-version-form.tsx';

const route = getRouteApi('/signed-in/rules/$id');

/** One rule: what it says, its versions, a trial on real data, and a new version of it. */
export const RulePage = () => {
  const { t } = useTranslation(['rules', 'administration']);
  const { id } = route.useParams();
  const { version } = route.useSearch();
  const isPermitted = usePermitted();
  const { data: answer } = useSuspenseQuery(ruleQuery(id, version));
  const rule = answer.data;
  const [isEditing, setEditing] = useState(false);
  const isNewest = rule.version === rule.newestVersion;
  return (
    <Page
      title={`${rule.code} ${rule.name}`}
      above={<BackLink to="/rules">{t('rules:title')}</BackLink>}
      actions={
        isNewest &&
        !isEditing && (
          <>
            {isPermitted('changeRule') && <ChangeStatus rule={rule} etag={answer.etag} />}
            {isPermitted('createRuleVersion') && (
              <Button type="button" onClick={() => setEditing(true)}>
                {t('rules:newVersion')}
              </Button>
            )}
          </>
        )
      }
    >
      <dl className="facts">
        <div>
          <dt>{t('rules:severity')}</dt>
          <dd>
            <Severity severity={rule.severity} />
          </dd>
        </div>
        <div>
          <dt>{t('administration:status')}</dt>
          <dd>
            <RuleStatus status={rule.status} />
          </dd>
        </div>
        <div>
          <dt>{t('rules:kind')}</dt>
          <dd>{t(`rules:kinds.${rule.kind}`)}</dd>
        </div>
        <div>
          <dt>{t('administration:level.title')}</dt>
          <dd>{t(`administration:level.${rule.level}`)}</dd>
        </div>
        <div>
          <dt>{t('rules:version')}</dt>
          <dd>{t('rules:versionOf', { version: rule.version, newest: rule.newestVersion })}</dd>
        </div>
      </dl>
      {isEditing ? (
        <RuleVersionForm rule={rule} onDone={() => setEditing(false)} />
      ) : (
        <>
          <RuleText rule={rule} />
          {isPermitted('checkRule') && <DryRun ruleNow={() => formOf(rule)} />}
          <RuleLog rule={rule} />
        </>
      )}
    </Page>
  );
};
