'use client';
import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { recorderQueries } from '@/lib/api/queries/recorder';
import type { Theme } from './theme/theme';
import { useTheme } from './theme/use-theme';

const themes: { id: Theme; text: string }[] = [
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
  { id: 'system', text: 'Same as the system' },
];

/** The bar above every page: the name, where we are (region, account), the theme. */
export function TopBar() {
  const { data } = useQuery(recorderQueries.recorder());
  const [theme, chooseTheme] = useTheme();
  const router = useRouter();

  const where: TopNavigationProps.Utility[] = data
    ? [
        {
          type: 'menu-dropdown',
          text: `${data.region} | ${data.accountId}`,
          title: `Account ${data.accountId}`,
          description: `Region ${data.region}`,
          ariaLabel: `Region ${data.region}, account ${data.accountId}`,
          iconName: 'globe',
          disableTextCollapse: true,
          items: [{ id: 'settings', text: 'Settings', href: '/settings' }],
          onItemFollow: (event) => {
            event.preventDefault();
            router.push('/settings');
          },
        },
      ]
    : [];

  return (
    <div id="top-navigation">
      <TopNavigation
        identity={{
          href: '/',
          title: 'Snapscope',
          logo: { src: '/logo.svg', alt: 'Logo' },
          onFollow: (event) => {
            event.preventDefault();
            router.push('/');
          },
        }}
        utilities={[
          ...where,
          {
            type: 'menu-dropdown',
            iconName: 'settings',
            ariaLabel: 'Theme',
            title: 'Theme',
            text: 'Theme',
            items: themes.map(({ id, text }) => ({ id, text, itemType: 'checkbox', checked: id === theme })),
            onItemClick: ({ detail }) => {
              const chosen = themes.find(({ id }) => id === detail.id);
              if (chosen) chooseTheme(chosen.id);
            },
          },
        ]}
        i18nStrings={{
          overflowMenuTriggerText: 'Menu',
          overflowMenuTitleText: 'All',
          overflowMenuBackIconAriaLabel: 'Back',
          overflowMenuDismissIconAriaLabel: 'Close menu',
        }}
      />
    </div>
  );
}
