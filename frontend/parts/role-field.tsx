import { useId } from 'react';
import { Radio } from './uswds.tsx';

interface RoleFieldProps<Role extends string> {
  readonly legend: string;
  readonly roles: readonly { readonly value: Role; readonly label: string; readonly hint: string }[];
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** One of a few roles, each with what it means. */
export const RoleField = <Role extends string>({ legend, roles, value, onChange }: RoleFieldProps<Role>) => {
  const id = useId();
  return (
    <fieldset className="usa-fieldset roles">
      <legend className="usa-legend">{legend}</legend>
      {roles.map((role) => (
        <Radio
          key={role.value}
          id={`${id}-${role.value}`}
          name={id}
          checked={value === role.value}
          onChange={() => onChange(role.value)}
          label={
            <>
              {role.label}
              <span className="row-note">{role.hint}</span>
            </>
          }
        />
      ))}
    </fieldset>
  );
};
