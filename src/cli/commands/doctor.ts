import { EXIT } from '../../errors.ts';
import { examine } from '../../run/doctor.ts';
import type { Execute } from '../invocation.ts';

/** `dossier doctor`: each part that depends on this machine, tried once. */
export const execute: Execute = async () => {
  const { version, platform, arch } = process;
  const checks = await examine({ node: version, platform: `${platform} ${arch}` });
  const text = checks.map(({ name, ok, detail }) => `${ok ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`).join('\n');
  return {
    exit: checks.every(({ ok }) => ok) ? EXIT.done : EXIT.failed,
    schema: 'dossier.doctor/1',
    text,
    data: { checks },
  };
};
