import type { NextRequest } from 'next/server';
import { refuseForeignHost } from '@/lib/api/host';
import { readSettings } from '@/lib/settings';

let host: string | undefined;

/** Next's name for what sees every request first, pages as well as `/api`. */
export function proxy(request: NextRequest): Response | undefined {
  host ??= readSettings().host;
  return refuseForeignHost(request.headers, host);
}

/** Built files are the same for everybody and tell nothing. */
export const config = { matcher: '/((?!_next/static/).*)' };
