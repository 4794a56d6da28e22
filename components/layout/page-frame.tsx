'use client';
import BreadcrumbGroup, { type BreadcrumbGroupProps } from '@cloudscape-design/components/breadcrumb-group';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { useWindowWidth } from './first-paint';
import { PageTitle } from './page-title';
import { useFollow } from './use-follow';

interface PageFrameProps {
  title: string;
  /** The pages above this one, outermost first; Snapscope itself and this page are added. */
  parents?: BreadcrumbGroupProps.Item[];
  description?: ReactNode;
  /** Buttons at the top right of the page. */
  actions?: ReactNode;
  /** Shown behind the title, such as a number of things: `(125)`. */
  counter?: string;
  children?: ReactNode;
}

/** A page inside the shell: breadcrumbs, the one h1 and its actions, the content. */
export function PageFrame({ title, parents = [], description, actions, counter, children }: PageFrameProps) {
  const follow = useFollow();
  useWindowWidth();
  const items = [{ text: 'Snapscope', href: '/' }, ...parents, { text: title, href: '#' }];
  return (
    <ContentLayout
      defaultPadding
      breadcrumbs={<BreadcrumbGroup items={items} onFollow={follow} ariaLabel="Breadcrumbs" />}
      header={
        <Header variant="h1" description={description} actions={actions} counter={counter}>
          {title}
        </Header>
      }
    >
      <PageTitle title={title} />
      {children}
    </ContentLayout>
  );
}
