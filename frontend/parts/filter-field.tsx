import { Checkbox, Label, Select } from './uswds.tsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Named {
  /** As in the page's address. */
  readonly name: string;
  readonly label: string;
}

interface SeveralFilter {
  readonly kind: 'several';
  readonly choices: readonly Choice[];
}

export type Filter =
  | (Named & { readonly kind: 'text' | 'date' })
  | (Named & { readonly kind: 'one'; readonly choices: readonly Choice[] })
  | (Named & SeveralFilter)
  /** Ticked (`on`) unless the address says `off`. */
  | (Named & { readonly kind: 'tick'; readonly on: string; readonly off: string });

interface FilterFieldProps {
  readonly filter: Filter;
  readonly value: string | readonly string[] | undefined;
}

const chosenIn = (value: FilterFieldProps['value']): readonly string[] => (value === undefined ? [] : [value].flat());

interface SeveralProps {
  readonly filter: Named & SeveralFilter;
  readonly chosen: readonly string[];
}

/** A list of ticks behind a heading that says how many are set. */
const Several = ({ filter, chosen }: SeveralProps) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <span className="usa-label" id={`${id}-label`}>
        {filter.label}
      </span>
      <details className="several">
        <summary aria-labelledby={`${id}-label ${id}-count`}>
          <span id={`${id}-count`}>
            {chosen.length === 0 ? t('filters.all') : t('filters.chosen', { count: chosen.length })}
          </span>
          <Icon name="down" />
        </summary>
        <fieldset className="several-choices">
          <legend className="usa-sr-only">{filter.label}</legend>
          {filter.choices.map(({ value, label }) => (
            <Checkbox
              key={value}
              id={`${id}-${value}`}
              name={filter.name}
              value={value}
              label={label}
              defaultChecked={chosen.includes(value)}
            />
          ))}
        </fieldset>
      </details>
    </>
  );
};

/** One filter of a list, as the kind of field it is. */
export const FilterField = ({ filter, value }: FilterFieldProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [first = ''] = chosenIn(value);
  switch (filter.kind) {
    case 'text':
    case 'date':
      return (
        <div className="filter">
          <Label htmlFor={id}>{filter.label}</Label>
          <input
            className="usa-input"
            id={id}
            name={filter.name}
            type={filter.kind}
            defaultValue={first}
            maxLength={200}
          />
        </div>
      );
    case 'one':
      return (
        <div className="filter">
          <Label htmlFor={id}>{filter.label}</Label>
          <Select id={id} name={filter.name} defaultValue={first}>
            <option value="">{t('filters.all')}</option>
            {filter.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        </div>
      );
    case 'several':
      return (
        <div className="filter">
          <Several filter={filter} chosen={chosenIn(value)} />
        </div>
      );
    case 'tick':
      return (
        <div className="filter filter--tick">
          <Checkbox
            id={id}
            name={filter.name}
            value={filter.on}
            label={filter.label}
            defaultChecked={first !== filter.off}
          />
        </div>
      );
  }
};
