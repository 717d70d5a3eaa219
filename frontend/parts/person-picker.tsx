import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import type { User } from '../api/shapes.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { Button, Label, Radio, TextInput } from './uswds.tsx';

interface PersonPickerProps {
  readonly side: User['side'];
  /** Only people of this organization. */
  readonly organizationId?: string;
  readonly chosen: string | null;
  readonly onChoose: (user: User) => void;
}

const shownAtOnce = 10;

/** Finds one of many people: a part of the name, the number or the address, then a choice among who fits. */
export const PersonPicker = ({ side, organizationId, chosen, onChoose }: PersonPickerProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const query = {
    side,
    active: 'true' as const,
    limit: String(shownAtOnce),
    ...(name !== '' && { name }),
    ...(organizationId !== undefined && { organizationId }),
  };
  const found = useQuery({
    queryKey: ['users', 'pick', query],
    queryFn: () => answerOf(api.GET('/v1/users', { params: { query } })),
  });
  return (
    <div className="picker">
      <Label htmlFor={id}>{t('picker.find')}</Label>
      <div className="picker-search">
        <TextInput
          id={id}
          value={typed}
          maxLength={200}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(pressed) => {
            if (pressed.key !== 'Enter') return;
            pressed.preventDefault();
            setName(typed.trim());
          }}
        />
        <Button type="button" outline onClick={() => setName(typed.trim())}>
          {t('picker.search')}
        </Button>
      </div>
      <ProblemAlert error={found.error} />
      <fieldset className="picker-people">
        <legend>{t('picker.people')}</legend>
        {found.data?.items.map((user) => (
          <Radio
            key={user.id}
            id={`${id}-${user.id}`}
            name={id}
            checked={chosen === user.id}
            onChange={() => onChoose(user)}
            label={
              <>
                {`${user.firstName} ${user.lastName}`}
                <span className="row-note name">{[user.id, user.staffStateId].filter(Boolean).join(', ')}</span>
              </>
            }
          />
        ))}
      </fieldset>
      <p role="status" className="table-summary">
        {found.data === undefined && t('loading')}
        {found.data?.items.length === 0 && t('picker.nobody')}
        {found.data !== undefined && found.data.nextCursor !== null && t('picker.more')}
      </p>
    </div>
  );
};
