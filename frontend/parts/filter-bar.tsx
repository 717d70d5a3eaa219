import { Button } from './uswds.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterField, type Filter } from './filter-field.tsx';

/** The values of the filters as the page's address has them. */
export type FilterValues = Readonly<Record<string, string | readonly string[] | undefined>>;

interface FilterBarProps {
  readonly filters: readonly Filter[];
  readonly values: FilterValues;
  /** Called with what is set; what is empty is left out. */
  readonly onApply: (values: FilterValues) => void;
}

const valueIn = (filter: Filter, form: FormData): string | readonly string[] | undefined => {
  const given = form
    .getAll(filter.name)
    .map(String)
    .filter((text) => text.trim() !== '');
  if (filter.kind === 'tick') return given.length === 0 ? filter.off : undefined;
  if (filter.kind === 'several') return given.length === 0 ? undefined : given;
  return given[0];
};

/**
 * The filters of a list. What they say stands in the page's address, so that a filtered list can be kept and sent; they
 * take effect when applied, not while somebody types.
 */
export const FilterBar = ({ filters, values, onApply }: FilterBarProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const set = filters.filter(({ name }) => values[name] !== undefined).length;
  return (
    <form
      // Another address has other values: the fields begin anew with them.
      key={JSON.stringify(values)}
      className={isOpen ? 'filters filters--open' : 'filters'}
      role="search"
      aria-label={t('filters.title')}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const form = new FormData(submitted.currentTarget);
        onApply(Object.fromEntries(filters.map((filter) => [filter.name, valueIn(filter, form)])));
      }}
    >
      <button
        type="button"
        className="usa-button usa-button--outline filters-button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {set === 0 ? t('filters.title') : t('filters.set', { count: set })}
      </button>
      {filters.map((filter) => (
        <FilterField key={filter.name} filter={filter} value={values[filter.name]} />
      ))}
      <div className="filter-buttons">
        <Button type="submit">{t('filters.apply')}</Button>
        <Button
          type="button"
          outline
          onClick={() => onApply(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}
        >
          {t('filters.clear')}
        </Button>
      </div>
    </form>
  );
};
