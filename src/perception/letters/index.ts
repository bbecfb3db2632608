export { letteringOf, withLettering } from './lettering.ts';
