import type { NextRequest } from 'next/server';
import { refuseForeignHost } from '@/lib/api/server/host';
import { readSettings } from '@/lib/settings/read-settings';
import type { Settings } from '@/lib/settings/settings';

let settings: Pick<Settings, 'host' | 'allowedHosts'> | undefined;

/** Next's name for what sees every request first, pages as well as `/api`. */
export function proxy(request: NextRequest): Response | undefined {
  settings ??= readSettings();
  return refuseForeignHost(request.headers, settings.host, settings.allowedHosts);
}

/** Built files are the same for everybody and tell nothing. */
export const config = { matcher: '/((?!_next/static/).*)' };
