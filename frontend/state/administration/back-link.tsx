import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface BackLinkProps {
  readonly to: NonNullable<LinkProps['to']>;
  readonly children: ReactNode;
}

/** Above a page's heading: the list it belongs to. */
export const BackLink = ({ to, children }: BackLinkProps) => (
  <p className="above">
    <Link to={to}>{children}</Link>
  </p>
);
