import type { ReactNode } from 'react';

/** A link that somebody typed: followed where it leads to the web, else shown as the text it is. */
export const SafeLink = ({ url, children }: { readonly url: string; readonly children: ReactNode }) =>
  /^https?:\/\//i.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  ) : (
    <span className="name">{url}</span>
  );
