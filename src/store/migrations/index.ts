import type { Kysely } from 'kysely';
import { first } from './0001-first.ts';

export type Migration = (db: Kysely<never>) => Promise<void>;

/** Appended to, never edited: the store's `user_version` is how many of these it has been through. */
export const MIGRATIONS: readonly Migration[] = [first];
