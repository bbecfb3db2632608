export { toClaimsJsonl } from './claims.ts';
export { toCoverageJson } from './coverage.ts';
export { type FindingsOptions, findingJson, toFindingsJson } from './findings.ts';
export { toSourcesJson } from './sources.ts';
