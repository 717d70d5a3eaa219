import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rightsBody } from '../../../shared/contracts/schemas/people.ts';
import { type Answer, answerOf, api } from '../../api/client.ts';
import type { User } from '../../api/shapes.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SaveConflict } from '../../parts/save-conflict.tsx';
import { say } from '../../parts/toasts.tsx';
import { useSaving } from '../../parts/use-saving.ts';
import { Button, Checkbox } from '../../parts/uswds.tsx';
import { userQuery } from './user-query.ts';

const tools = rightsBody.shape.rights.keyof().options;
const letters = ['R', 'W', 'A', 'D'] as const;
type Rights = Readonly<Record<string, string>>;

interface RightsFormProps {
  readonly user: Answer<User>;
  readonly mayChange: boolean;
}

const toggled = (held: string, letter: string): string =>
  letters.filter((one) => (one === letter ? !held.includes(one) : held.includes(one))).join('');

/** What a person may do with each tool. Saved as a whole, over the rights that were shown. */
export const RightsForm = ({ user, mayChange }: RightsFormProps) => {
  const { t } = useTranslation('administration');
  const queries = useQueryClient();
  const userId = user.data.id;
  const [rights, setRights] = useState<Rights>(user.data.rights);
  const saving = useSaving<User, Rights>({
    answer: user,
    reload: () => queries.query({ ...userQuery(userId), staleTime: 0 }),
    send: (given, header) =>
      answerOf(api.PUT('/v1/users/{userId}/rights', { params: { path: { userId }, header }, body: { rights: given } })),
    changes: [['users'], ['me']],
    onDone: () => say(t('rights.saved')),
  });
  return (
    <section aria-labelledby="rights" className="section">
      <h2 id="rights">{t('rights.title')}</h2>
      <p>{t('rights.text')}</p>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          saving.save(rights);
        }}
      >
        <table className="usa-table usa-table--borderless rights">
          <caption className="usa-sr-only">{t('rights.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rights.tool')}</th>
              {letters.map((letter) => (
                <th key={letter} scope="col">
                  {t(`rights.${letter}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tools.map((tool) => (
              <tr key={tool}>
                <th scope="row">{t(`rights.tools.${tool}`)}</th>
                {letters.map((letter) => (
                  <td key={letter}>
                    <Checkbox
                      id={`${tool}-${letter}`}
                      label={
                        <span className="usa-sr-only">{`${t(`rights.tools.${tool}`)}: ${t(`rights.${letter}`)}`}</span>
                      }
                      checked={(rights[tool] ?? '').includes(letter)}
                      disabled={!mayChange}
                      onChange={() => setRights({ ...rights, [tool]: toggled(rights[tool] ?? '', letter) })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <ProblemAlert error={saving.error} />
        {mayChange && (
          <Button type="submit" disabled={saving.isPending}>
            {t('rights.save')}
          </Button>
        )}
      </form>
      <SaveConflict
        saving={saving}
        values={(theirs) =>
          tools.map((tool) => ({
            label: t(`rights.tools.${tool}`),
            mine: rights[tool] ?? '',
            theirs: theirs.rights[tool] ?? '',
          }))
        }
        onTake={(theirs) => setRights(theirs.rights)}
      />
    </section>
  );
};
