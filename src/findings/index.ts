export { sameEntity, shortName } from './entity.ts';
export { extractFindings } from './extract.ts';
export { profileDocument } from './profile.ts';
export { reconcile } from './reconcile.ts';
export { weighFindings } from './weigh.ts';
