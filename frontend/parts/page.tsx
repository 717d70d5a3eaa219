import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hasNavigated } from '../shell/navigation-focus.ts';

interface PageProps {
  readonly title: string;
  /** Stands above the heading: where this page belongs. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title in the tab and as heading, which takes the focus when somebody came here from another page. */
export const Page = ({ title, above, lead, actions, children }: PageProps) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasNavigated()) heading.current?.focus();
  }, []);
  return (
    <>
      <title>{`${title} | ${t('product')}`}</title>
      {above}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
      {lead !== undefined && <p className="page-lead">{lead}</p>}
      {children}
    </>
  );
};
