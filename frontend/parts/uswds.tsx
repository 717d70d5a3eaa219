import type { ComponentProps, JSX, ReactNode } from 'react';

/**
 * The components of the design system that pages use, by the names and properties react-uswds has for them. Their sheet
 * comes from there; its script alone would be a third of what a person may wait for.
 */

const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');

type ButtonProps = ComponentProps<'button'> & {
  readonly type: 'button' | 'submit';
  readonly outline?: boolean;
  readonly secondary?: boolean;
  readonly unstyled?: boolean;
  readonly size?: 'big';
};

/** While it is disabled it keeps the focus, so that somebody at the keyboard stays where he is. */
export const Button = ({ outline, secondary, unstyled, size, className, disabled, onClick, ...rest }: ButtonProps) => (
  <button
    aria-disabled={disabled === true ? true : undefined}
    onClick={disabled === true ? (click) => click.preventDefault() : onClick}
    className={classes(
      'usa-button',
      outline && 'usa-button--outline',
      secondary && 'usa-button--secondary',
      unstyled && 'usa-button--unstyled',
      size && 'usa-button--big',
      className,
    )}
    {...rest}
  />
);

export const ButtonGroup = ({ children, className }: { readonly children: ReactNode; readonly className?: string }) => (
  <div className={classes('buttons', className)}>{children}</div>
);

type AlertProps = ComponentProps<'div'> & {
  readonly type: 'success' | 'warning' | 'error' | 'info';
  readonly slim?: boolean;
};

export const Alert = ({ type, slim, className, children, ...rest }: AlertProps) => (
  <div className={classes('usa-alert', `usa-alert--${type}`, slim && 'usa-alert--slim', className)} {...rest}>
    <div className="usa-alert__body">
      {typeof children === 'string' ? <p className="usa-alert__text">{children}</p> : children}
    </div>
  </div>
);

export const AlertHeading = ({ children }: { readonly children: ReactNode }) => (
  <h3 className="usa-alert__heading">{children}</h3>
);

export const Label = ({ className, ...rest }: ComponentProps<'label'>) => (
  <label className={classes('usa-label', className)} {...rest} />
);

export const FormGroup = ({ error, children }: { readonly error?: boolean; readonly children: ReactNode }) => (
  <div className={classes('usa-form-group', error && 'usa-form-group--error')}>{children}</div>
);

export const ErrorMessage = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <span id={id} className="usa-error-message" role="alert">
    {children}
  </span>
);

export const TextInput = ({ className, ...rest }: ComponentProps<'input'>) => (
  <input className={classes('usa-input', className)} {...rest} />
);

export const Textarea = ({ className, ...rest }: ComponentProps<'textarea'>) => (
  <textarea className={classes('usa-textarea', className)} {...rest} />
);

export const Select = ({ className, ...rest }: ComponentProps<'select'>) => (
  <select className={classes('usa-select', className)} {...rest} />
);

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & { readonly id: string; readonly label: ReactNode };

const choice = (type: 'checkbox' | 'radio') =>
  function Choice({ id, label, ...rest }: ChoiceProps): JSX.Element {
    return (
      <div className={`usa-${type}`}>
        <input id={id} className={`usa-${type}__input`} type={type} {...rest} />
        <label htmlFor={id} className={`usa-${type}__label`}>
          {label}
        </label>
      </div>
    );
  };

export const Checkbox = choice('checkbox');
export const Radio = choice('radio');
