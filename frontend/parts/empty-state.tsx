import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Says why nothing is here and what would bring something. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children}
  </div>
);
