export { toClaimsJsonl } from './claims.ts';
export { toCoverageJson } from './coverage.ts';
export { toFindingsJson } from './findings.ts';
export { toSourcesJson } from './sources.ts';
