export { type LoadedSettings, loadSettings } from './load.ts';
export { DEFAULTS, type Origin, SETTINGS, type SettingName, type Settings } from './settings.ts';
