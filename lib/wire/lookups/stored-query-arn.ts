import type { Scope } from '../../items/scope';
import type { StoredQuery } from '../stores/stored-query-store';

/** `arn:aws:config:<region>:<account>:stored-query/<name>/<id>`, the form that the model's pattern for it asks for. */
export function storedQueryArn({ accountId, region }: Scope, { name, id }: Pick<StoredQuery, 'name' | 'id'>): string {
  return `arn:aws:config:${region}:${accountId}:stored-query/${name}/${id}`;
}
