/**
 * Dossier as a library: `runJob(brief, options)` does what `dossier run` does and answers with the report as plain data.
 * Types of everything it returns are exported beside it.
 */
export type * from './domain/brief.ts';
export type * from './domain/event.ts';
export type * from './domain/finding.ts';
export type * from './domain/report.ts';
export type * from './domain/state.ts';
export type * from './domain/value.ts';
export * from './errors.ts';
export { type JobOptions, type JobResult, runJob } from './run/job.ts';
export { type FileReadings, readFiles } from './run/read-files.ts';
