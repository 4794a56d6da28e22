import '@cloudscape-design/global-styles/index.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Providers } from './providers';

export const metadata: Metadata = {
  description: 'Configuration snapshots: deliver, verify, find, read and see them.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // theme.js sets a class and a style before React wakes up; those two attributes may differ from the server's.
    <html lang="en" suppressHydrationWarning>
      <body suppressHydrationWarning>
        <script src="/theme.js" />
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
