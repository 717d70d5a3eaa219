import { useRouteContext } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/shapes.ts';
import { Icon } from '../parts/icon.tsx';

/** Who is signed in, for which organization, and the way out. Escape and a click elsewhere close it. */
export const AccountMenu = ({ me }: { readonly me: Me }) => {
  const { t } = useTranslation();
  const { session } = useRouteContext({ from: '/signed-in' });
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const elsewhere = ({ target }: MouseEvent) => {
      if (target instanceof Node && menu.current?.contains(target) === false) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('click', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('click', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);
  return (
    <div ref={menu} className="account">
      <button
        ref={button}
        type="button"
        className="usa-button usa-button--unstyled header-tool account-button"
        aria-expanded={isOpen}
        aria-controls="account"
        onClick={() => setOpen(!isOpen)}
      >
        {`${me.firstName} ${me.lastName}`}
        <Icon name="down" />
      </button>
      <div id="account" className="account-menu" hidden={!isOpen}>
        <p className="account-organization">{me.organization.name}</p>
        <p className="account-name">{me.email}</p>
        <button type="button" className="usa-button usa-button--outline" onClick={() => void session.signOut()}>
          {t('signOut')}
        </button>
      </div>
    </div>
  );
};
